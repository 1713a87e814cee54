package org.rapport.bot.conversation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rapport.bot.campaign.ComingNudges;
import org.rapport.bot.campaign.ComingNudges.Coming;
import org.rapport.bot.campaign.nudge.Draft;
import org.rapport.bot.campaign.nudge.Material;
import org.rapport.bot.campaign.nudge.NudgeComposer;
import org.rapport.bot.campaign.nudge.PostCheck;
import org.rapport.bot.campaign.nudge.Readers;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Person;
import org.rapport.bot.people.Preferences;
import org.rapport.knowledge.library.Platform;

/** A person's next nudge, and the check of a post that they wrote. */
public final class NudgeCommands implements NextNudge {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final People people;
  private final Readers readers;
  private final ComingNudges coming;
  private final NudgeComposer nudges;
  private final Supplier<Material> material;
  private final InstantSource clock;
  private final Wording wording;
  private final CommandMessages briefly;
  private final PostMessages posts;

  public NudgeCommands(
      People people,
      Readers readers,
      ComingNudges coming,
      NudgeComposer nudges,
      Supplier<Material> material,
      InstantSource clock,
      Wording wording) {
    this.people = people;
    this.readers = readers;
    this.coming = coming;
    this.nudges = nudges;
    this.material = material;
    this.clock = clock;
    this.wording = wording;
    this.briefly = new CommandMessages(wording);
    this.posts = new PostMessages(wording, new Citations(material, wording));
  }

  /** What comes to somebody next, and when; whoever asks is shown it on any day. */
  Message next(Address from) {
    Preferences wants = readers.wants(from);
    Person person = people.person(from).orElseGet(() -> stranger(from));
    Optional<Coming> next = coming.of(person, wants);
    return said(person, wants, next)
        .map(message -> message.under(when(person, wants, next)))
        .orElseGet(() -> briefly.brief("nudge.nothing"));
  }

  @Override
  public Optional<Planned> of(Address who) {
    Preferences wants = readers.wants(who);
    return people
        .person(who)
        .filter(person -> !wants.stopped() && isEnrolled(person))
        .flatMap(person -> coming.of(person, wants).flatMap(next -> planned(person, wants, next)));
  }

  private Optional<Planned> planned(Person person, Preferences wants, Coming next) {
    return said(person, wants, Optional.of(next))
        .map(nudge -> new Planned(next.at().atZone(wants.zone()), nudge.summary()));
  }

  private Optional<Message> said(Person person, Preferences wants, Optional<Coming> next) {
    Instant at = next.map(Coming::at).orElseGet(clock::instant);
    return nudges.preview(
        person, wants, next.flatMap(Coming::says), LocalDate.ofInstant(at, wants.zone()));
  }

  /**
   * What the guidance speaks against in a post.
   *
   * @param platform where it is to go; the writer's first one if they did not say
   */
  Message check(Address from, String words, Optional<Platform> platform) {
    Preferences wants = readers.wants(from);
    LocalDate today = LocalDate.ofInstant(clock.instant(), wants.zone());
    Draft draft = new Draft(words, platform.orElseGet(() -> usual(wants)), false, today);
    PostCheck check = new PostCheck(material.get().library().calendar());
    return posts.checked(draft, check.check(draft));
  }

  private static Platform usual(Preferences wants) {
    return wants.platforms().stream()
        .min(Comparator.naturalOrder())
        .map(own -> Platform.valueOf(own.name()))
        .orElse(Platform.LINKEDIN);
  }

  /** Somebody of whom nothing is kept yet. */
  private Person stranger(Address from) {
    return new Person("", people.organisation(from).orElse(""), List.of(from));
  }

  private boolean isEnrolled(Person person) {
    return readers.enrolled(person.organisation(), person.id()).isPresent();
  }

  private Block when(Person person, Preferences wants, Optional<Coming> next) {
    return new Block.Note(
        Block.Tone.QUIET,
        next.filter(_ -> !wants.stopped())
            .map(known -> at(isEnrolled(person), known.at().atZone(wants.zone())))
            .orElseGet(() -> wording.text(wants.stopped() ? "nudge.stopped" : "nudge.no-day")));
  }

  private Text at(boolean isEnrolled, ZonedDateTime at) {
    return Text.markdown(
        wording.words(
            isEnrolled ? "nudge.next" : "nudge.not-enrolled",
            Map.of("day", DayWords.of(at.toLocalDate()), "time", TIME.format(at))));
  }
}
