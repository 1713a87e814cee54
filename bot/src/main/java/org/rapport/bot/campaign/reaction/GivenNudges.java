package org.rapport.bot.campaign.reaction;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.people.Person;
import org.rapport.bot.people.PersonalTrace;
import org.rapport.bot.store.Belongings;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * What each person was given and said to it. Erased with the person. Every call throws {@link
 * StoreAway} while the database is away.
 */
public final class GivenNudges implements PersonalTrace, Belongings {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final Store store;
  private final InstantSource clock;

  public GivenNudges(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Keeps what a delivery gives; one that is kept already stays as it is. A batch is composed in
   * many threads, which share a commit.
   */
  public void keep(GivenNudge given) {
    try {
      store.together(handle -> NudgeRows.add(handle, given)).join();
    } catch (CompletionException unkept) {
      throw unkept.getCause() instanceof RuntimeException cause ? cause : unkept;
    }
  }

  /** What a delivery of an organisation gave. */
  public Optional<GivenNudge> find(String organisation, String delivery) {
    return store.read(handle -> NudgeRows.find(handle, organisation, delivery));
  }

  /** All that a person was given, newest first. */
  public List<PastNudge> past(String person) {
    return store.read(handle -> NudgeRows.past(handle, person));
  }

  /** What its person said to a nudge. */
  public Set<Reaction> reactions(GivenNudge given) {
    return store.read(handle -> NudgeRows.reactions(handle, given.delivery()));
  }

  /**
   * Keeps what its person says to a nudge.
   *
   * @return whether it is the first time that they say so
   */
  public boolean react(GivenNudge given, Reaction reaction) {
    return store.write(handle ->
        NudgeRows.find(handle, given.organisation(), given.delivery()).isPresent()
            && NudgeRows.react(handle, given.delivery(), reaction, clock.instant()));
  }

  /** What people said to the nudges of a campaign, counted; days are those of a zone. */
  public List<ReactionTally> tallies(String organisation, String campaign, ZoneId zone) {
    return hourly(organisation, campaign, zone).stream()
        .collect(
            Collectors.groupingBy(
                tally -> counted(tally, 0), Collectors.summingInt(ReactionTally::people)))
        .entrySet()
        .stream()
        .map(sum -> counted(sum.getKey(), sum.getValue()))
        .toList();
  }

  @Override
  public List<String> of(Handle handle, Person person) {
    return NudgeRows.past(handle, person.id()).stream().map(GivenNudges::line).toList();
  }

  @Override
  public void forget(Handle handle, Person person, String key) {
    NudgeRows.delete(handle, person.id());
  }

  @Override
  public void unite(Handle handle, Person kept, Person gone) {
    handle.execute("update nudge set person_id = ? where person_id = ?", kept.id(), gone.id());
  }

  @Override
  public void move(Handle handle, String from, String into) {
    handle.execute("update nudge set organisation_id = ? where organisation_id = ?", into, from);
  }

  private static String line(PastNudge nudge) {
    GivenNudge given = nudge.given();
    String what =
        Stream.of(given.post(), given.network(), given.check())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    String said =
        nudge.reactions().stream().sorted().map(Reaction::id).collect(Collectors.joining(", "));
    return "nudge of %s: %s; said: %s"
        .formatted(given.on(), what.isEmpty() ? "words" : what, said.isEmpty() ? "nothing" : said);
  }

  /** By the hour, as no database knows every zone's days. */
  private List<ReactionTally> hourly(String organisation, String campaign, ZoneId zone) {
    return store.read(handle ->
        handle
            .select(
                "select n.occurrence, r.reaction, r.reacted_at / ? as hour, count(*) as people"
                    + " from nudge n join nudge_reaction r on r.delivery_id = n.delivery_id"
                    + " where n.organisation_id = ? and n.campaign = ?"
                    + " group by n.occurrence, r.reaction, hour"
                    + " order by n.occurrence, hour, r.reaction",
                HOUR,
                organisation,
                campaign)
            .map((row, context) ->
                new ReactionTally(
                    campaign,
                    row.getString("occurrence"),
                    Reaction.of(row.getString("reaction")).orElseThrow(),
                    day(row.getLong("hour"), zone),
                    row.getInt("people")))
            .list());
  }

  private static LocalDate day(long hour, ZoneId zone) {
    return Instant.ofEpochMilli(hour * HOUR).atZone(zone).toLocalDate();
  }

  private static ReactionTally counted(ReactionTally tally, int people) {
    return new ReactionTally(
        tally.campaign(), tally.occurrence(), tally.reaction(), tally.day(), people);
  }
}
