package org.rapport.bot.campaign.nudge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rapport.bot.conversation.privacy.Kind;
import org.rapport.bot.conversation.privacy.PersonalData;
import org.rapport.knowledge.library.AwarenessCalendar;
import org.rapport.knowledge.library.Timing;
import org.rapport.knowledge.library.Tone;

/**
 * Reads a post before it goes out, for what the guidance speaks against. It finds what can be found
 * by rule; that it finds nothing does not say that a post is right.
 */
public final class PostCheck {
  /** Two or three at most (F-3.36). */
  private static final int MOST_EMOJI = 3;

  /** How long before a local election its period commonly begins (F-4.61), in weeks. */
  private static final int WEEKS_BEFORE_ELECTION = 6;

  /** What is no sign of one private person by itself. */
  private static final Set<Kind> HARMLESS =
      EnumSet.of(Kind.PERSON, Kind.NAME, Kind.LINK, Kind.HANDLE, Kind.NUMBER);

  private final AwarenessCalendar calendar;

  public PostCheck(AwarenessCalendar calendar) {
    this.calendar = calendar;
  }

  /** What it finds, the most serious first. */
  public List<Breach> check(Draft draft) {
    List<Breach> breaches = new ArrayList<>();
    checkLength(draft, breaches);
    checkPeople(draft, breaches);
    checkPhrases(draft, breaches);
    checkForm(draft, breaches);
    return breaches.stream().sorted((a, b) -> a.rule().compareTo(b.rule())).toList();
  }

  private static void checkLength(Draft draft, List<Breach> breaches) {
    PostWords words = new PostWords(draft.words());
    int most = draft.platform().mostCharacters();
    count(PostRule.TOO_LONG, words.length(draft.platform()), most, draft, breaches);
    find(PostRule.PLACEHOLDER, words.hasPlaceholder(), draft, breaches);
  }

  private static void checkPeople(Draft draft, List<Breach> breaches) {
    PersonalData personal = PersonalData.find(draft.words());
    boolean identifier =
        personal.found().stream().anyMatch(found -> !HARMLESS.contains(found.kind()));
    boolean name = personal.found().stream().anyMatch(found -> found.kind() == Kind.NAME);
    find(PostRule.IDENTIFIER, identifier, draft, breaches);
    find(PostRule.NAME_BESIDE_HEALTH, name && personal.aboutHealth(), draft, breaches);
    boolean details = Telltale.PATIENT.isIn(draft.words()) && Telltale.DETAIL.isIn(draft.words());
    find(PostRule.PATIENT_DETAILS, details, draft, breaches);
  }

  private void checkPhrases(Draft draft, List<Breach> breaches) {
    String words = draft.words();
    boolean party = Telltale.PARTY.isIn(words);
    boolean election = isBeforeElection(draft.on());
    find(PostRule.ASKS_FOR_PATIENTS, Telltale.ASKS_FOR_PATIENTS.isIn(words), draft, breaches);
    find(PostRule.PARTY_BEFORE_ELECTION, party && election, draft, breaches);
    find(PostRule.PARTY, party && !election, draft, breaches);
    find(PostRule.HERO_LANGUAGE, Telltale.HERO.isIn(words), draft, breaches);
  }

  private static void checkForm(Draft draft, List<Breach> breaches) {
    PostWords words = new PostWords(draft.words());
    List<String> tags = words.tags();
    boolean small = tags.stream().anyMatch(tag -> Character.isLowerCase(tag.codePointAt(0)));
    find(PostRule.TAG_WITHOUT_CAPITALS, small, draft, breaches);
    count(PostRule.TOO_MANY_TAGS, tags.size(), draft.platform().mostHashtags(), draft, breaches);
    count(PostRule.TOO_MANY_EMOJI, words.emoji(), MOST_EMOJI, draft, breaches);
    find(PostRule.STYLED_LETTERS, words.hasStyledLetters(), draft, breaches);
    boolean picture = draft.hasPicture() || Telltale.PICTURE.isIn(draft.words());
    find(PostRule.ALT_TEXT, picture, draft, breaches);
  }

  private static void find(PostRule rule, boolean isSo, Draft draft, List<Breach> breaches) {
    if (isSo) {
      breaches.add(new Breach(rule, rule.section(draft.platform()), 0, 0));
    }
  }

  private static void count(
      PostRule rule, int found, int most, Draft draft, List<Breach> breaches) {
    if (found > most) {
      breaches.add(new Breach(rule, rule.section(draft.platform()), found, most));
    }
  }

  private boolean isBeforeElection(LocalDate on) {
    return calendar.days().stream()
        .filter(day -> day.tone() == Tone.CAUTION)
        .anyMatch(day ->
            day.timing() instanceof Timing.Fixed fixed
                && isBefore(fixed.in(on.getYear()).first(), on));
  }

  private static boolean isBefore(LocalDate election, LocalDate on) {
    return !on.isAfter(election) && on.isAfter(election.minusWeeks(WEEKS_BEFORE_ELECTION));
  }
}
