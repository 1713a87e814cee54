package org.rapport.bot.expert;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.audit.Deed;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Place;
import org.rapport.bot.people.Actors;
import org.rapport.bot.people.People;
import org.rapport.bot.people.PeopleAt;
import org.rapport.bot.people.Permission;
import org.rapport.bot.people.Person;
import org.rapport.bot.people.Roles;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * Where questions to experts are asked, claimed and answered. Whatever id comes from the outside is
 * looked up in the organisation of whoever sent it, and every deed is in the audit trail.
 */
public final class ExpertDesk {
  /** How many unanswered questions a person may have. */
  public static final int MOST_WAITING = 5;

  private static final int MOST_LISTED = 10;

  private final Store store;
  private final People people;
  private final Roles roles;
  private final ExpertPlaces places;
  private final Audit audit;
  private final InstantSource clock;

  public ExpertDesk(
      Store store,
      People people,
      Roles roles,
      ExpertPlaces places,
      Audit audit,
      InstantSource clock) {
    this.store = store;
    this.people = people;
    this.roles = roles;
    this.places = places;
    this.audit = audit;
    this.clock = clock;
  }

  /** A deed with a question, of a person of its organisation; whether it happened. */
  private interface Deeds {
    boolean happens(Handle handle, Person by);
  }

  /**
   * Asks an organisation's experts.
   *
   * @param words masked
   * @param isNamed whether they may see who asks
   * @throws StoreAway while the database is away
   */
  public Asking ask(Address from, String words, boolean isNamed) {
    List<Place> shown = people.organisation(from).map(places::of).orElse(List.of());
    if (shown.isEmpty()) {
      return new Asking.NobodyThere();
    }
    return store.write(handle -> {
      Person asker = PeopleAt.added(handle, from, clock.millis());
      if (QuestionTables.waitingOf(handle, asker) >= MOST_WAITING) {
        return new Asking.TooMany(MOST_WAITING);
      }
      String id = UUID.randomUUID().toString();
      QuestionTables.add(handle, asker, from, id, words, isNamed, clock.millis());
      PostTables.add(handle, asker.organisation(), id, Post.Audience.ASKER, Place.chatOf(from));
      shown.forEach(
          place -> PostTables.add(handle, asker.organisation(), id, Post.Audience.EXPERTS, place));
      // The trail must not give away who asked without their name.
      Actor by = isNamed ? Actors.of(from) : new Actor("without a name", from.channel().id());
      note(handle, by, asker.organisation(), "ask an expert", id, Deed.Result.DONE);
      return new Asking.Asked(found(handle, asker, id));
    });
  }

  /** Whether anybody could be asked; where the database is away that is not known. */
  public boolean hasExperts(Address from) {
    return people.organisation(from).map(places::of).filter(all -> !all.isEmpty()).isPresent();
  }

  /**
   * Takes on an open question, as an expert.
   *
   * @throws StoreAway while the database is away
   */
  public Turn claim(Address by, String id) {
    return asExpert(
        by, id, "claim", (handle, expert) -> QuestionTables.claim(handle, id, expert, by));
  }

  /**
   * Leaves a question that one claimed to others.
   *
   * @throws StoreAway while the database is away
   */
  public Turn handBack(Address by, String id) {
    return asExpert(
        by, id, "hand back", (handle, expert) -> QuestionTables.handBack(handle, id, expert));
  }

  /**
   * Answers a question that one claimed.
   *
   * @param guidance a section that goes with the answer
   * @throws StoreAway while the database is away
   */
  public Turn answer(
      Address by, String id, String words, Optional<ExpertAnswer.Guidance> guidance) {
    ExpertAnswer answer = new ExpertAnswer(words, clock.instant(), guidance);
    return asExpert(
        by,
        id,
        "answer",
        (handle, expert) -> {
          boolean done = QuestionTables.answer(handle, id, expert, answer);
          if (done) {
            ExpertQuestion question = found(handle, expert, id);
            question
                .asker()
                .ifPresent(asker -> PostTables.answerAnew(handle, question, Place.chatOf(asker)));
          }
          return done;
        });
  }

  /**
   * Closes a question as an expert; not while another is at it.
   *
   * @throws StoreAway while the database is away
   */
  public Turn close(Address by, String id) {
    return asExpert(by, id, "close", (handle, expert) -> QuestionTables.close(handle, id, expert));
  }

  /**
   * Whether an expert has claimed a question and may answer it; changes nothing.
   *
   * @throws StoreAway while the database is away
   */
  public Turn answering(Address by, String id) {
    return looked(
        by,
        id,
        handle ->
            PeopleAt.find(handle, by)
                .filter(expert -> QuestionTables.isClaimedBy(handle, id, expert))
                .isPresent());
  }

  /**
   * A question as an expert may see it; changes nothing.
   *
   * @throws StoreAway while the database is away
   */
  public Turn seen(Address by, String id) {
    return looked(by, id, _ -> true);
  }

  /**
   * Closes a question of one's own: it is answered, or nobody need answer it any more.
   *
   * @throws StoreAway while the database is away
   */
  public Turn closeOwn(Address by, String id) {
    return store.write(handle -> {
      Optional<Person> asker = PeopleAt.find(handle, by);
      if (asker.filter(person -> QuestionTables.isOf(handle, id, person)).isEmpty()) {
        return new Turn.Gone();
      }
      boolean done = QuestionTables.closeOwn(handle, id, asker.get());
      ExpertQuestion now = found(handle, asker.get(), id);
      if (done) {
        Actor actor = now.isNamed() ? Actors.of(by) : new Actor("without a name", "");
        note(handle, actor, now.organisation(), "close their question", id, Deed.Result.DONE);
      }
      return done ? new Turn.Done(now) : new Turn.Passed(now);
    });
  }

  /** What somebody asked, the newest first. */
  public List<ExpertQuestion> asked(Address by) {
    return store.read(handle ->
        PeopleAt.find(handle, by)
            .map(asker -> QuestionTables.of(handle, asker, MOST_LISTED))
            .orElse(List.of()));
  }

  /** What waits for an answer in somebody's organisation; nothing if they are no expert. */
  public List<ExpertQuestion> waiting(Address by) {
    Optional<String> organisation = people.organisation(by);
    return organisation.isPresent() && roles.allow(by, Permission.EXPERT_ANSWERS)
        ? store.read(handle -> QuestionTables.waiting(handle, organisation.get(), MOST_LISTED))
        : List.of();
  }

  private Turn looked(Address by, String id, Predicate<Handle> allows) {
    if (!roles.allow(by, Permission.EXPERT_ANSWERS)) {
      return refused(by, "answer", id);
    }
    Optional<String> organisation = people.organisation(by);
    return store.read(handle ->
        organisation
            .flatMap(own -> QuestionTables.find(handle, own, id))
            .<Turn>map(question ->
                allows.test(handle) ? new Turn.Done(question) : new Turn.Passed(question))
            .orElseGet(Turn.Gone::new));
  }

  private Turn asExpert(Address by, String id, String what, Deeds deed) {
    if (!roles.allow(by, Permission.EXPERT_ANSWERS)) {
      return refused(by, what, id);
    }
    return store.write(handle -> {
      Person expert = PeopleAt.added(handle, by, clock.millis());
      if (QuestionTables.find(handle, expert.organisation(), id).isEmpty()) {
        return new Turn.Gone();
      }
      if (!deed.happens(handle, expert)) {
        return new Turn.Passed(found(handle, expert, id));
      }
      note(handle, Actors.of(by), expert.organisation(), what, id, Deed.Result.DONE);
      return new Turn.Done(found(handle, expert, id));
    });
  }

  private Turn refused(Address by, String what, String id) {
    Optional<String> organisation = people.organisation(by);
    organisation.ifPresent(own ->
        store.run(handle -> note(handle, Actors.of(by), own, what, id, Deed.Result.REFUSED)));
    return new Turn.NotAllowed(organisation.map(roles::admins).orElse(List.of()));
  }

  private static ExpertQuestion found(Handle handle, Person person, String id) {
    return QuestionTables.find(handle, person.organisation(), id).orElseThrow();
  }

  private void note(
      Handle handle, Actor by, String organisation, String what, String id, Deed.Result result) {
    audit.note(handle, by, new Deed(organisation, what, "expert question " + id, result, ""));
  }
}
