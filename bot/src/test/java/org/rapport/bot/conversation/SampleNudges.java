package org.rapport.bot.conversation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rapport.bot.campaign.nudge.ComingDay;
import org.rapport.bot.campaign.nudge.Material;
import org.rapport.bot.campaign.nudge.Offer;
import org.rapport.bot.campaign.nudge.PersonalNudge;
import org.rapport.bot.campaign.nudge.PostIdea;
import org.rapport.bot.campaign.nudge.ThingToCheck;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.Enrolments;
import org.rapport.knowledge.content.ShippedContent;
import org.rapport.knowledge.library.AwarenessDay;
import org.rapport.knowledge.library.Network;
import org.rapport.knowledge.library.Occasion;
import org.rapport.knowledge.library.Platform;
import org.rapport.knowledge.library.Span;
import org.rapport.knowledge.library.SuggestedPost;

/** Nudges from the shipped library, as people would get them. */
public final class SampleNudges {
  private static final Material MATERIAL = new Material(ShippedContent.read());
  private static final Wording WORDING =
      new Wording(Map.of("contact", "the comms team", "days", "90"));
  private static final NudgeMessages MESSAGES = new NudgeMessages(() -> MATERIAL, WORDING);
  private static final String DELIVERY = "6f1c2c1e-8d55-4a42-9c0f-6f3f1a0b7e11";

  private SampleNudges() {}

  /** The first that somebody gets: a post for a day, a network that is not sure, a check. */
  public static Message first() {
    return MESSAGES.message(
        nudge(
            Optional.of(new Enrolments.Because("The comms team", "the board's plan for the year")),
            post("nurses-day", Platform.LINKEDIN),
            network("confed-and-providers"),
            false));
  }

  /** One of somebody who practises. */
  public static Message practice() {
    return MESSAGES.message(
        nudge(
            Optional.empty(),
            post("inside-thank-you", Platform.FACEBOOK),
            network("news-and-think-tanks"),
            true));
  }

  /** One of a campaign's own words. */
  public static Message ofACampaign() {
    return MESSAGES.message(
        new PersonalNudge(
            Optional.of(DELIVERY),
            Optional.empty(),
            Optional.of(4),
            new Offer(
                "It is **staff survey** week. Thank one team for what they told you.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()),
            false,
            Set.of()));
  }

  /** Every post of the library on every platform that it is for, each with a network. */
  public static List<Message> ofTheWholeLibrary() {
    List<Network> networks = MATERIAL.library().networks();
    List<Message> all = new ArrayList<>();
    for (SuggestedPost post : MATERIAL.library().posts()) {
      for (Platform platform : post.variants().keySet()) {
        all.add(
            MESSAGES.message(
                nudge(
                    Optional.empty(),
                    idea(post, platform),
                    networks.get(all.size() % networks.size()),
                    false)));
      }
    }
    return all;
  }

  private static PersonalNudge nudge(
      Optional<Enrolments.Because> because, PostIdea post, Network network, boolean practises) {
    return new PersonalNudge(
        Optional.of(DELIVERY),
        because,
        Optional.empty(),
        new Offer(
            "",
            Optional.of(post),
            Optional.of(network),
            MATERIAL
                .check("own-search")
                .map(check ->
                    new ThingToCheck(
                        Optional.of(check.id()),
                        check.check(),
                        check.minutes(),
                        Optional.of(check.guidance()))),
            List.of(coming("remembrance-sunday"), coming("local-elections"))),
        practises,
        Set.of());
  }

  private static PostIdea post(String id, Platform platform) {
    return idea(MATERIAL.post(id).orElseThrow(), platform);
  }

  private static PostIdea idea(SuggestedPost post, Platform platform) {
    return switch (post.occasion()) {
      case Occasion.Any() -> new PostIdea(post, platform, Optional.empty(), Optional.empty());
      case Occasion.OfDay(String id) ->
          new PostIdea(post, platform, Optional.of(coming(id)), Optional.empty());
      case Occasion.OfSituation(String id) ->
          new PostIdea(post, platform, Optional.empty(), Optional.of("It is " + id));
    };
  }

  private static Network network(String id) {
    return MATERIAL.network(id).orElseThrow();
  }

  private static ComingDay coming(String id) {
    AwarenessDay day = MATERIAL.day(id).orElseThrow();
    LocalDate may = LocalDate.of(2027, 5, 12);
    return new ComingDay(day, day.timing().expectedIn(2027).orElse(new Span(may, may)));
  }
}
