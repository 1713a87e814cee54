package org.rapport.bot.campaign.nudge;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.rapport.bot.campaign.Campaign;
import org.rapport.bot.campaign.Kind;
import org.rapport.bot.campaign.Nudge;
import org.rapport.bot.campaign.Occurrence;
import org.rapport.bot.campaign.Softening;
import org.rapport.bot.campaign.reaction.GivenNudge;
import org.rapport.bot.campaign.reaction.GivenNudges;
import org.rapport.bot.campaign.reaction.Reaction;
import org.rapport.bot.channel.Address;
import org.rapport.bot.delivery.Composer;
import org.rapport.bot.delivery.Delivery;
import org.rapport.bot.delivery.Results;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.Person;
import org.rapport.bot.people.Preferences;

/**
 * Says what each person's nudge is, and keeps what it gave, so that it comes out the same again.
 */
public final class NudgeComposer implements Composer {
  private static final String NOTHING_TO_OFFER = "nothing_to_offer";
  private static final String NO_CAMPAIGN = "no_campaign";

  private final BiFunction<String, String, Optional<Campaign>> campaigns;
  private final Results results;
  private final Softening softening;
  private final Readers readers;
  private final Offers offers;
  private final GivenNudges given;
  private final Function<PersonalNudge, Message> drawing;
  private final InstantSource clock;

  /**
   * @param campaigns the campaign of an organisation with an id
   * @param drawing puts a nudge into words
   */
  public NudgeComposer(
      BiFunction<String, String, Optional<Campaign>> campaigns,
      Results results,
      Softening softening,
      Readers readers,
      Offers offers,
      GivenNudges given,
      Function<PersonalNudge, Message> drawing,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.results = results;
    this.softening = softening;
    this.readers = readers;
    this.offers = offers;
    this.given = given;
    this.drawing = drawing;
    this.clock = clock;
  }

  @Override
  public Composed compose(Delivery delivery) {
    Optional<Campaign> campaign = campaigns.apply(delivery.organisation(), delivery.campaign());
    Preferences wants = readers.wants(delivery.address());
    Reader reader = readers.of(delivery.organisation(), delivery.person(), wants);
    Optional<GivenNudge> before = given.find(delivery.organisation(), delivery.id());
    Optional<Integer> ignored = softening.beginsWith(delivery, wants.zone());
    if (before.isPresent()) {
      Set<Reaction> reactions = given.reactions(before.get());
      return ready(again(before.get(), reactions, campaign, reader, ignored));
    }
    if (campaign.isEmpty()) {
      return new Composed.Nothing(NO_CAMPAIGN);
    }
    LocalDate on = delivery.due().atZone(wants.zone()).toLocalDate();
    return offer(delivery, campaign.get(), reader, on)
        .map(offer -> kept(delivery, offer, on))
        .map(nudge -> ready(again(nudge, Set.of(), campaign, reader, ignored)))
        .orElseGet(() -> new Composed.Nothing(NOTHING_TO_OFFER));
  }

  /**
   * A nudge that was given, with what its person said to it.
   *
   * @param at where its person is
   */
  public PersonalNudge again(GivenNudge before, Address at) {
    return again(
        before,
        given.reactions(before),
        campaigns.apply(before.organisation(), before.campaign()),
        readers.of(before.organisation(), before.person(), readers.wants(at)),
        Optional.empty());
  }

  private PersonalNudge again(
      GivenNudge before,
      Set<Reaction> reactions,
      Optional<Campaign> campaign,
      Reader reader,
      Optional<Integer> ignored) {
    return new PersonalNudge(
        Optional.of(before.delivery()),
        before.isFirst()
            ? readers.enrolled(before.organisation(), before.person())
            : Optional.empty(),
        ignored,
        offers.again(before, campaign.flatMap(one -> fixed(one, before.occurrence())), reader),
        reader.practises(),
        reactions);
  }

  /**
   * What a person would get, with no buttons; nothing is kept of it.
   *
   * @param fixed what a campaign says; empty for the person's own of the week
   * @return empty if there is nothing for them
   */
  public Optional<Message> preview(
      Person person, Preferences wants, Optional<Nudge> fixed, LocalDate on) {
    return shown(Optional.empty(), person, wants, fixed, on);
  }

  /** As {@link #preview}, with all its buttons; whoever presses one is told that it is a sample. */
  public Optional<Message> sample(
      Person person, Preferences wants, Optional<Nudge> fixed, LocalDate on) {
    return shown(Optional.of(PersonalNudge.SAMPLE), person, wants, fixed, on);
  }

  private Optional<Message> shown(
      Optional<String> delivery,
      Person person,
      Preferences wants,
      Optional<Nudge> fixed,
      LocalDate on) {
    Reader reader = readers.of(person.organisation(), person.id(), wants);
    Optional<Offer> offer =
        fixed.isPresent() ? offers.fixed(fixed.get(), reader, on) : offers.weekly(reader, on);
    return offer.map(one ->
        drawing.apply(
            new PersonalNudge(
                delivery,
                isFirst(person.organisation(), person.id(), 0)
                    ? readers.enrolled(person.organisation(), person.id())
                    : Optional.empty(),
                Optional.empty(),
                one,
                reader.practises(),
                Set.of())));
  }

  private Optional<Offer> offer(Delivery delivery, Campaign campaign, Reader reader, LocalDate on) {
    return campaign.plan().kind() == Kind.WEEKLY
        ? offers.weekly(reader, on)
        : fixed(campaign, delivery.occurrence()).flatMap(nudge -> offers.fixed(nudge, reader, on));
  }

  private Composed ready(PersonalNudge nudge) {
    return new Composed.Ready(drawing.apply(nudge));
  }

  private GivenNudge kept(Delivery delivery, Offer offer, LocalDate on) {
    GivenNudge now =
        new GivenNudge(
            delivery.id(),
            delivery.organisation(),
            delivery.person(),
            delivery.campaign(),
            delivery.occurrence(),
            on,
            // This delivery is claimed, and so among those that may have reached them.
            isFirst(delivery.organisation(), delivery.person(), 1),
            offer.post().map(idea -> idea.post().id()),
            offer.post().map(PostIdea::platform),
            offer.network().map(network -> network.id()),
            offer.check().flatMap(ThingToCheck::id),
            clock.instant());
    given.keep(now);
    return now;
  }

  private boolean isFirst(String organisation, String person, int atMost) {
    return results.reached(organisation, person, Instant.EPOCH) <= atMost;
  }

  private static Optional<Nudge> fixed(Campaign campaign, String occurrence) {
    return Occurrence.number(occurrence).stream()
        .mapToObj(campaign::nudge)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
