package org.rapport.bot.campaign.nudge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rapport.bot.campaign.Nudge;
import org.rapport.bot.campaign.reaction.GivenNudge;
import org.rapport.bot.campaign.reaction.GivenNudges;
import org.rapport.knowledge.library.Library;
import org.rapport.knowledge.library.Network;
import org.rapport.knowledge.library.Occasion;
import org.rapport.knowledge.library.Platform;
import org.rapport.knowledge.library.Situation;
import org.rapport.knowledge.library.SuggestedPost;

/**
 * Makes offers from the library: a person's own of a week, a campaign's, and again what was given.
 */
public final class Offers {
  private final Supplier<Material> material;
  private final GivenNudges given;

  public Offers(Supplier<Material> material, GivenNudges given) {
    this.material = material;
    this.given = given;
  }

  /** A person's own of the week of a day; empty if nothing fits them. */
  public Optional<Offer> weekly(Reader reader, LocalDate on) {
    Offer offer =
        new WeeklyChoice(material.get().library()).choose(reader, on, given.past(reader.id()));
    return Optional.of(offer).filter(one -> !one.isEmpty());
  }

  /** What a campaign says; what it names and the library no longer has is left out. */
  public Optional<Offer> fixed(Nudge nudge, Reader reader, LocalDate on) {
    Offer offer =
        new Offer(
            nudge.words(),
            nudge
                .post()
                .flatMap(material.get()::post)
                .map(post -> idea(post, platform(post, reader), on)),
            nudge.network().flatMap(material.get()::network),
            nudge.check().map(ThingToCheck::inWords),
            List.of());
    return Optional.of(offer).filter(one -> !one.isEmpty());
  }

  /**
   * What was given, once more.
   *
   * @param fixed what its campaign says; empty for a person's own of a week
   */
  public Offer again(GivenNudge before, Optional<Nudge> fixed, Reader reader) {
    Optional<PostIdea> post =
        before
            .post()
            .flatMap(material.get()::post)
            .map(found ->
                idea(
                    found,
                    before.platform().orElseGet(() -> platform(found, reader)),
                    before.on()));
    Optional<Network> network = before.network().flatMap(material.get()::network);
    return fixed
        .map(nudge ->
            new Offer(
                nudge.words(), post, network, nudge.check().map(ThingToCheck::inWords), List.of()))
        .orElseGet(() ->
            new Offer(
                "",
                post,
                network,
                before.check().flatMap(material.get()::check).map(ThingToCheck::of),
                days(before.on()).mindful(reader)));
  }

  /** One of their platforms; a campaign's post is for those without such a one too. */
  private static Platform platform(SuggestedPost post, Reader reader) {
    return PostChoices.platform(post, reader)
        .orElseGet(() -> post.variants().keySet().stream().sorted().findFirst().orElseThrow());
  }

  private PostIdea idea(SuggestedPost post, Platform platform, LocalDate on) {
    return switch (post.occasion()) {
      case Occasion.Any() -> new PostIdea(post, platform, Optional.empty(), Optional.empty());
      case Occasion.OfDay(String id) ->
          new PostIdea(post, platform, days(on).find(id), Optional.empty());
      case Occasion.OfSituation(String id) ->
          new PostIdea(post, platform, Optional.empty(), situation(id));
    };
  }

  private Optional<String> situation(String id) {
    Library library = material.get().library();
    return library.situations().stream()
        .filter(each -> each.id().equals(id))
        .map(Situation::when)
        .findFirst();
  }

  private ComingDays days(LocalDate on) {
    return ComingDays.from(on, material.get().library().calendar().days());
  }
}
