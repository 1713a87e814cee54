package org.rapport.bot.campaign.nudge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.rapport.bot.campaign.reaction.PastNudge;
import org.rapport.knowledge.library.Library;
import org.rapport.knowledge.library.Network;
import org.rapport.knowledge.library.Stage;

/**
 * Finds each person's nudge of a week in the library, by the rules of {@code library/README.md}: a
 * pure function of the library, the person, the day and what they had before.
 */
public final class WeeklyChoice {
  /** Against posts for any day: a day comes once a year. */
  private static final double FOR_A_DAY = 4;

  /** Only the leader knows whether it is so. */
  private static final double FOR_A_SITUATION = 0.5;

  /** Against what is for everybody, or for earlier stages. */
  private static final double OWN = 2;

  private final Library library;
  private final PostChoices posts;

  public WeeklyChoice(Library library) {
    this.library = library;
    this.posts = new PostChoices(library);
  }

  /**
   * What to offer a person; each part is left out where nothing fits.
   *
   * @param on the day that it is for
   * @param past all that they were given before, newest first
   */
  public Offer choose(Reader reader, LocalDate on, List<PastNudge> past) {
    Learned learned = new Learned(library, past, on);
    ComingDays days = ComingDays.from(on, library.calendar().days());
    Lot lot = Lot.of(reader, on);
    return new Offer(
        "",
        post(reader, days, learned, lot),
        network(reader, learned, lot),
        check(reader, learned, lot),
        days.mindful(reader));
  }

  private Optional<PostIdea> post(Reader reader, ComingDays days, Learned learned, Lot lot) {
    return best(
        posts.fitting(reader, days).filter(idea -> learned.mayGet(idea.post())),
        idea -> idea.post().id(),
        idea -> weight(idea, reader) * learned.weight(idea.post()),
        lot);
  }

  private static double weight(PostIdea idea, Reader reader) {
    return (idea.day().isPresent() ? FOR_A_DAY : 1)
        * (idea.situation().isPresent() ? FOR_A_SITUATION : 1)
        * (reader.isNamed(idea.post().positions()) ? OWN : 1);
  }

  private Optional<Network> network(Reader reader, Learned learned, Lot lot) {
    return best(
        library.networks().stream()
            .filter(network -> network.offered() && network.stages().contains(reader.stage()))
            .filter(network -> network.activity() != Network.Activity.LAPSED)
            .filter(network -> reader.suits(network.positions()) && reader.worksIn(network.area()))
            .filter(learned::mayGet),
        Network::id,
        network -> reader.isNamed(network.positions()) ? OWN : 1,
        lot);
  }

  /** One of the person's stage or of an earlier one. */
  private Optional<ThingToCheck> check(Reader reader, Learned learned, Lot lot) {
    Stream<Stage> stages =
        library.journey().stream()
            .flatMap(journey -> journey.stages().stream())
            .filter(stage -> stage.number() <= reader.stage());
    record OfStage(Stage.SmallCheck check, int stage) {}
    return best(
            stages
                .flatMap(stage ->
                    stage.checks().stream().map(check -> new OfStage(check, stage.number())))
                .filter(each -> learned.mayGetCheck(each.check().id())),
            each -> each.check().id(),
            each -> each.stage() == reader.stage() ? OWN : 1,
            lot)
        .map(each -> ThingToCheck.of(each.check()));
  }

  private static <T> Optional<T> best(
      Stream<T> items, Function<T, String> id, ToDoubleFunction<T> weight, Lot lot) {
    return items.max(
        Comparator.comparingDouble((T item) -> lot.draw(id.apply(item), weight.applyAsDouble(item)))
            .thenComparing(id));
  }
}
