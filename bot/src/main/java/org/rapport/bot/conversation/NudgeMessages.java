package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.rapport.bot.campaign.nudge.Material;
import org.rapport.bot.campaign.nudge.Offer;
import org.rapport.bot.campaign.nudge.PersonalNudge;
import org.rapport.bot.campaign.nudge.PostIdea;
import org.rapport.bot.campaign.nudge.ThingToCheck;
import org.rapport.bot.campaign.reaction.Reaction;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Block.Button;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;
import org.rapport.bot.people.Enrolments;

/** Puts a nudge into a message, in no channel's form. */
public final class NudgeMessages {
  private final Supplier<Material> material;
  private final Wording wording;
  private final PostBlocks posts;
  private final NetworkBlocks networks;
  private final Citations citations;

  public NudgeMessages(Supplier<Material> material, Wording wording) {
    this.material = material;
    this.wording = wording;
    this.posts = new PostBlocks(wording);
    this.networks = new NetworkBlocks(wording);
    this.citations = new Citations(material, wording);
  }

  /** The nudge with the buttons that its person may still press. */
  public Message message(PersonalNudge nudge) {
    Offer offer = nudge.offer();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(wording.words("nudge.heading")));
    nudge.because().ifPresent(because -> blocks.add(new Block.Paragraph(enrolled(because))));
    nudge
        .ignored()
        .ifPresent(many ->
            blocks.add(
                new Block.Paragraph(
                    Text.markdown(wording.words("nudge.softened", Map.of("most", "" + many))))));
    if (!offer.words().isBlank()) {
      blocks.add(new Block.Paragraph(Text.markdown(offer.words())));
    }
    offer
        .post()
        .ifPresent(idea ->
            blocks.addAll(
                posts.of(idea, nudge.practises(), material.get().library().alwaysCheck())));
    offer.network().ifPresent(network -> blocks.addAll(networks.of(network)));
    offer.check().ifPresent(check -> blocks.add(new Block.Paragraph(thing(check))));
    offer.mindful().forEach(day -> blocks.add(posts.mindful(day)));
    blocks.addAll(citations.of(offer));
    buttons(nudge).ifPresent(blocks::add);
    return new Message(summary(offer), blocks);
  }

  private String summary(Offer offer) {
    return Stream.of(
            offer.post().map(PostIdea::day).flatMap(day -> day).map(day -> day.day().name()),
            offer.network().map(network -> network.name()))
        .flatMap(Optional::stream)
        .findFirst()
        .map(what -> wording.words("nudge.summary.with", Map.of("what", what)))
        .orElseGet(() -> wording.words("nudge.summary"));
  }

  /** Who enrolled them and why is what somebody typed, so it stays plain. */
  private Text enrolled(Enrolments.Because because) {
    return new Text(
        List.of(
            new Text.Bold(wording.words("nudge.first.title")),
            new Text.Plain(" " + because.by() + ": " + because.why() + ". "),
            new Text.Plain(wording.words("nudge.first.stop"))));
  }

  private Text thing(ThingToCheck check) {
    String title =
        check.minutes() == 0
            ? wording.words("nudge.check")
            : wording.words("nudge.check.minutes", Map.of("minutes", "" + check.minutes()));
    return new Text(List.of(new Text.Bold(title), new Text.Plain(" " + check.check())));
  }

  private Optional<Block> buttons(PersonalNudge nudge) {
    String delivery = nudge.delivery().orElse("");
    List<Button> buttons =
        Arrays.stream(Reaction.values())
            .filter(nudge::mayStill)
            .map(reaction -> button(reaction, delivery))
            .toList();
    return buttons.isEmpty() ? Optional.empty() : Optional.of(new Block.Choices("", buttons));
  }

  private Button button(Reaction reaction, String delivery) {
    Action action =
        reaction == Reaction.ACTED
            ? new Action.Open(PostForm.ID, delivery)
            : new Action.Press(NudgeButton.id(reaction), delivery);
    return new Button(wording.words("nudge.button." + reaction.id()), action);
  }
}
