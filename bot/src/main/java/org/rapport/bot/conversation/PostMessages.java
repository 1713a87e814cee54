package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rapport.bot.campaign.nudge.Breach;
import org.rapport.bot.campaign.nudge.Draft;
import org.rapport.bot.campaign.nudge.OpenPlatform;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;

/** Says what the check of a post found, and leads to where it is posted. */
final class PostMessages {
  private final Wording wording;
  private final Citations citations;

  PostMessages(Wording wording, Citations citations) {
    this.wording = wording;
    this.citations = citations;
  }

  /** A post that somebody filled in: its words, what was found, and the way to the platform. */
  Message ready(Draft draft, List<Breach> breaches) {
    Map<String, String> platform = Map.of("platform", PostBlocks.title(draft.platform()));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(wording.words("post.ready", platform)));
    blocks.add(new Block.Quote("", Text.plain(draft.words())));
    blocks.addAll(found(draft, breaches));
    blocks.add(new Block.Paragraph(away(draft, platform)));
    blocks.add(new Block.Note(Block.Tone.QUIET, wording.text("post.kept-nowhere")));
    return new Message(wording.words("post.ready", platform), blocks);
  }

  /** What was found in a post that somebody wrote. */
  Message checked(Draft draft, List<Breach> breaches) {
    Map<String, String> platform = Map.of("platform", PostBlocks.title(draft.platform()));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(wording.words("post.checked", platform)));
    blocks.addAll(found(draft, breaches));
    blocks.add(new Block.Note(Block.Tone.QUIET, wording.text("post.kept-nowhere")));
    return new Message(wording.words("post.checked", platform), blocks);
  }

  private List<Block> found(Draft draft, List<Breach> breaches) {
    List<Block> blocks = new ArrayList<>();
    if (breaches.isEmpty()) {
      blocks.add(new Block.Paragraph(wording.text("post.nothing-found")));
      return blocks;
    }
    blocks.add(
        new Block.Bullets(
            wording.words("post.found"),
            breaches.stream().map(breach -> line(draft, breach)).toList()));
    citations.ask(breaches.stream().map(Breach::section).toList()).ifPresent(blocks::add);
    return blocks;
  }

  private Text line(Draft draft, Breach breach) {
    Map<String, String> figures =
        Map.of(
            "platform", PostBlocks.title(draft.platform()),
            "found", "" + breach.found(),
            "most", "" + breach.most());
    List<Text.Span> spans = new ArrayList<>();
    spans.add(new Text.Plain(wording.words("post.rule." + breach.rule().id(), figures)));
    citations
        .title(breach.section())
        .ifPresent(title -> spans.add(new Text.Italic(" (" + title + ")")));
    return new Text(spans);
  }

  private Text away(Draft draft, Map<String, String> platform) {
    return OpenPlatform.with(draft.platform(), draft.words())
        .map(address ->
            new Text(
                List.<Text.Span>of(
                    new Text.Link(wording.words("post.open", platform), address),
                    new Text.Plain(" " + wording.words("post.or-copy")))))
        .orElseGet(() -> Text.plain(wording.words("post.copy", platform)));
  }
}
