package org.rapport.bot.conversation.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of private people in a text: known names, and other words where a name is expected. A word
 * that may be a name or not makes the whole text doubtful when it is about health.
 */
final class Names {
  private static final Lexicon LEXICON = new Lexicon();

  private static final Set<String> TITLES = LEXICON.beside("titles");

  /** After one of these the next word is a name, whatever it is. */
  private static final Set<String> NAMING = LEXICON.beside("naming");

  /** After one of these a name often follows. */
  private static final Set<String> PEOPLE = LEXICON.beside("people");

  private static final Set<String> LINKS = LEXICON.beside("links");

  /** Words that are names now and then, and in lower case almost never. */
  private static final Set<String> VERBS = LEXICON.beside("verbs");

  private static final Set<String> PARTICLES = LEXICON.beside("particles");

  /** What is named after somebody is no person. */
  private static final Set<String> INSTITUTIONS = LEXICON.beside("institutions");

  private static final Set<String> PLACES = LEXICON.beside("places");

  /** What people do, said of somebody by name. */
  private static final Set<String> DEEDS = LEXICON.beside("deeds");

  private static final Pattern SHORT_BREAK = Pattern.compile("\\s*[,:(-]?\\s*\"?");
  private static final Pattern CONTRACTED = Pattern.compile(".*'(?:t|d|m|ll|re|ve)");

  /** As in "Prof Sir", or "Mr and Mrs". */
  private static final int MOST_TITLES = 3;

  /** Words of one name. */
  private static final int LONGEST = 5;

  private final List<Word> words;
  private final List<Found> found = new ArrayList<>();
  private final boolean aboutHealth;
  private Doubt doubt = Doubt.NONE;

  private Names(List<Word> words) {
    this.words = words;
    this.aboutHealth = words.stream().anyMatch(word -> LEXICON.isHealth(word.text()));
  }

  static Names in(String text) {
    Names names = new Names(Word.of(text));
    names.read();
    return names;
  }

  List<Found> found() {
    return found;
  }

  boolean aboutHealth() {
    return aboutHealth;
  }

  Doubt doubt() {
    return aboutHealth ? doubt : Doubt.NONE;
  }

  private void read() {
    int at = 0;
    while (at < words.size()) {
      int known = LEXICON.publicWords(words, at);
      at = known > 0 ? at + known : readFrom(at);
    }
  }

  /** Takes the name that starts here, if one does; gives where to read on. */
  private int readFrom(int at) {
    int first = afterTitles(at);
    if (first > at && isAddressed(first)) {
      return take(at, end(first));
    }
    if (!isName(at) || isInstitution(at)) {
      raiseTo(doubtOf(at));
      return at + 1;
    }
    return take(at, end(at));
  }

  private int take(int from, int end) {
    found.add(new Found(Kind.NAME, words.get(from).start(), words.get(end - 1).end()));
    return end;
  }

  /** The place after "Mrs" or "Mr and Mrs"; the same place if there is no title. */
  private int afterTitles(int at) {
    int next = at;
    while (next - at < MOST_TITLES
        && has(next + 1)
        && (TITLES.contains(text(next)) || (next > at && text(next).equals("and")))
        && isTitleGap(words.get(next).gap())) {
      next++;
    }
    return next;
  }

  private static boolean isTitleGap(String gap) {
    return gap.isBlank() || gap.strip().equals(".") || gap.strip().equals("&");
  }

  /** Whether the word after a title is a name. */
  private boolean isAddressed(int at) {
    Word word = words.get(at);
    boolean known = LEXICON.isGiven(word.text()) || LEXICON.isSurname(word.text());
    boolean verb = VERBS.contains(word.text()) && !word.capital();
    return (known && !verb)
        || !LEXICON.isOrdinary(word.text())
        || (word.isInitial() && has(at + 1) && !LEXICON.isOrdinary(text(at + 1)));
  }

  private boolean isName(int at) {
    Word word = words.get(at);
    return isSureGiven(at)
        || isFullName(at)
        || isInitialAndSurname(at)
        || isNamed(at)
        || (word.capital() && LEXICON.isGiven(word.text()) && followsPerson(at))
        || (word.capital() && isUnknown(at) && followsPerson(at))
        || (aboutHealth && isSureSurname(at));
  }

  private boolean isSureGiven(int at) {
    return LEXICON.isGiven(text(at)) && !LEXICON.isOrdinary(text(at)) && !isAcronym(at);
  }

  private boolean isSureSurname(int at) {
    return LEXICON.isSurname(text(at))
        && !LEXICON.isOrdinary(text(at))
        && text(at).length() > 3
        && !isAcronym(at);
  }

  /** A word and a surname after it, of which one is nothing else, or both with capitals. */
  private boolean isFullName(int at) {
    if (!has(at + 1) || !words.get(at).touchesNext() || !LEXICON.isSurname(text(at + 1))) {
      return false;
    }
    boolean given = LEXICON.isGiven(text(at));
    boolean capitals = words.get(at).capital() && words.get(at + 1).capital();
    return (given && (isSureSurname(at + 1) || capitals))
        || (capitals && isUnknown(at) && !LEXICON.isOrdinary(text(at + 1)));
  }

  private boolean isInitialAndSurname(int at) {
    Word word = words.get(at);
    return word.isInitial()
        && has(at + 1)
        && (word.touchesNext() || word.gap().strip().equals("."))
        && isSureSurname(at + 1)
        && (word.gap().startsWith(".") || !word.text().equals("x"));
  }

  /** After "called", or "name is". */
  private boolean isNamed(int at) {
    int before = at - 1;
    if (before > 0 && LINKS.contains(text(before)) && text(before - 1).equals("name")) {
      return !LEXICON.isOrdinary(text(at)) || isGivenInPlace(at);
    }
    return before >= 0
        && NAMING.contains(text(before))
        && isShortBreak(before)
        && (isUnknown(at) || isGivenInPlace(at));
  }

  private boolean isGivenInPlace(int at) {
    return LEXICON.isGiven(text(at)) && (words.get(at).capital() || !VERBS.contains(text(at)));
  }

  private boolean followsPerson(int at) {
    return at > 0 && PEOPLE.contains(text(at - 1)) && isShortBreak(at - 1);
  }

  private boolean isShortBreak(int at) {
    return SHORT_BREAK.matcher(words.get(at).gap()).matches();
  }

  /** What is no word that we know, and could be a name. */
  private boolean isUnknown(int at) {
    String text = text(at);
    return text.length() > 2
        && !LEXICON.isMadeOfOrdinary(text)
        && !isAcronym(at)
        && !CONTRACTED.matcher(text).matches()
        && text.matches(".*[aeiouyáéíóúâêîôû].*");
  }

  private boolean isAcronym(int at) {
    return words.get(at).acronym();
  }

  private boolean isInstitution(int at) {
    int end = end(at);
    boolean saint = at > 0 && text(at - 1).matches("st|saint");
    boolean before = has(end) && words.get(end - 1).touchesNext();
    return saint || (before && INSTITUTIONS.contains(text(end)));
  }

  private void raiseTo(Doubt other) {
    doubt = other.compareTo(doubt) > 0 ? other : doubt;
  }

  private Doubt doubtOf(int at) {
    if (LEXICON.isGiven(text(at))) {
      return mayBeGiven(at) ? Doubt.STRONG : Doubt.NONE;
    }
    if (!isUnknown(at)) {
      return Doubt.NONE;
    }
    boolean placed = words.get(at).capital() || followsPerson(at) || isPlaced(at);
    return placed ? Doubt.STRONG : Doubt.SLIGHT;
  }

  /** Of a given name that is also a word. */
  private boolean mayBeGiven(int at) {
    boolean capital = words.get(at).capital() && !isAcronym(at) && !LEXICON.isPublic(text(at));
    return (isGivenInPlace(at) && (followsPerson(at) || isPlaced(at)))
        || (capital && (!startsSentence(at) || doesSomething(at)));
  }

  /** As in "Bill in bay 3". */
  private boolean isPlaced(int at) {
    return has(at + 2)
        && words.get(at).touchesNext()
        && text(at + 1).matches("from|in|on")
        && PLACES.contains(text(at + 2));
  }

  private boolean startsSentence(int at) {
    return at == 0 || words.get(at - 1).gap().matches(".*[.?!:#].*");
  }

  private boolean doesSomething(int at) {
    return has(at + 1)
        && words.get(at).touchesNext()
        && (DEEDS.contains(text(at + 1)) || PEOPLE.contains(text(at + 1)));
  }

  /** The place after the last word of the name that starts here. */
  private int end(int at) {
    int end = at + 1;
    while (end - at < LONGEST && has(end) && joins(end - 1) && isPartOfName(end)) {
      end++;
    }
    return end;
  }

  private boolean joins(int at) {
    Word word = words.get(at);
    return word.touchesNext() || (word.isInitial() && word.gap().strip().equals("."));
  }

  private boolean isPartOfName(int at) {
    return PARTICLES.contains(text(at))
        ? has(at + 1) && words.get(at).touchesNext() && isOwnPartOfName(at + 1)
        : isOwnPartOfName(at);
  }

  private boolean isOwnPartOfName(int at) {
    Word word = words.get(at);
    boolean known = LEXICON.isSurname(word.text()) || LEXICON.isGiven(word.text());
    return (known && (word.capital() || !VERBS.contains(word.text())))
        || isUnknown(at)
        || (word.capital() && !isAcronym(at) && !INSTITUTIONS.contains(word.text()))
        || word.isInitial();
  }

  private boolean has(int at) {
    return at < words.size();
  }

  private String text(int at) {
    return words.get(at).text();
  }
}
