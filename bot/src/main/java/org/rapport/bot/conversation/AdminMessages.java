package org.rapport.bot.conversation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Block.Button;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;
import org.rapport.bot.release.Release;
import org.rapport.bot.release.Released;
import org.rapport.knowledge.Difference;
import org.rapport.knowledge.evaluate.Gate;
import org.rapport.knowledge.gaps.Gap;

/** What admins read in chat: what there is to do, what a release brought, what to write next. */
final class AdminMessages {
  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final List<String> TASKS =
      List.of("reindex", "rollback", "unanswered", "roles", "experts", "freeze");
  private static final int MOST_LINES = 20;
  private static final int MOST_GROUPS = 10;

  private final Wording wording;
  private final CommandMessages brief;

  AdminMessages(Wording wording) {
    this.wording = wording;
    this.brief = new CommandMessages(wording);
  }

  /** All that an admin can do here. */
  Message all() {
    return brief.listed(
        "admin",
        List.of(
            new Block.Bullets(
                "", TASKS.stream().map(task -> wording.text("admin.task." + task)).toList())));
  }

  /** How far a long piece of work is. */
  Message progress(String name, int done, int total) {
    return brief.brief(
        name, Map.of("done", Integer.toString(done), "total", Integer.toString(total)));
  }

  /** What came of a release. */
  Message released(Release release) {
    List<Block> blocks = new ArrayList<>();
    switch (release) {
      case Release.Live live -> {
        blocks.add(line("admin.reindex.live", live.number(), live.sections()));
        blocks.addAll(changes(live.difference()));
        live.gate().ifPresent(gate -> blocks.addAll(golden(gate)));
      }
      case Release.Unchanged same ->
          blocks.add(line("admin.reindex.unchanged", same.number(), same.sections()));
      case Release.Refused refused -> {
        blocks.add(new Block.Paragraph(wording.text("admin.reindex.refused")));
        blocks.addAll(changes(refused.difference()));
        blocks.addAll(golden(refused.gate()));
      }
      case Release.Rehearsed rehearsed -> blocks.addAll(changes(rehearsed.difference()));
    }
    return brief.listed("admin.reindex.done", blocks);
  }

  private Block line(String key, int generation, int sections) {
    return new Block.Paragraph(
        Text.markdown(
            wording.words(
                key,
                Map.of(
                    "generation", Integer.toString(generation),
                    "sections", Integer.toString(sections)))));
  }

  private List<Block> changes(Difference difference) {
    if (difference.all().isEmpty()) {
      return List.of(new Block.Paragraph(wording.text("admin.reindex.same")));
    }
    return Stream.of(
            bullets("admin.reindex.added", difference.added()),
            bullets("admin.reindex.changed", difference.changed()),
            bullets("admin.reindex.removed", difference.removed()))
        .flatMap(List::stream)
        .toList();
  }

  private List<Block> golden(Gate gate) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            Text.markdown(
                wording.words(
                    "admin.reindex.golden",
                    Map.of(
                        "asked", Integer.toString(gate.asked()),
                        "after", Integer.toString(gate.rightAfter()),
                        "before", Integer.toString(gate.rightBefore()))))));
    blocks.addAll(
        bullets(
            "admin.reindex.lost",
            gate.lost().stream().map(change -> change.question().words()).toList()));
    return blocks;
  }

  private List<Block> bullets(String title, List<String> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    List<Text> shown = new ArrayList<>(lines.stream().limit(MOST_LINES).map(Text::plain).toList());
    if (lines.size() > MOST_LINES) {
      String more = Integer.toString(lines.size() - MOST_LINES);
      shown.add(Text.plain(wording.words("documents.more", Map.of("more", more))));
    }
    return List.of(new Block.Bullets(wording.words(title), shown));
  }

  /** The generations that are kept; a button goes back to each that is not live. */
  Message generations(List<Released> kept) {
    List<Text> lines = kept.stream().map(this::line).map(Text::plain).toList();
    List<Button> back =
        kept.stream()
            .filter(each -> !each.isLive())
            .map(each ->
                new Button(
                    wording.words("admin.rollback.to") + " " + each.number(),
                    new Action.Ask("admin rollback " + each.number())))
            .toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Bullets("", lines));
    if (!back.isEmpty()) {
      blocks.add(new Block.Choices("", back));
    }
    return brief.listed("admin.rollback", blocks);
  }

  private String line(Released each) {
    return wording.words(
        each.isLive() ? "admin.rollback.live" : "admin.rollback.kept",
        Map.of(
            "generation", Integer.toString(each.number()),
            "time", PlainDates.of(each.at(), ZONE),
            "sections", Integer.toString(each.sections())));
  }

  /**
   * What to write next, in groups that ask alike.
   *
   * @param withoutWords how many questions belong to no group, as their words are not kept
   */
  Message unanswered(List<Gap> gaps, int withoutWords) {
    List<Block> blocks = new ArrayList<>();
    gaps.stream().limit(MOST_GROUPS).forEach(gap -> blocks.add(group(gap)));
    blocks.add(
        new Block.Note(
            Block.Tone.QUIET,
            Text.plain(
                wording.words(
                    "admin.unanswered.all",
                    Map.of(
                        "questions",
                        Integer.toString(gaps.stream().mapToInt(Gap::asked).sum()),
                        "groups",
                        Integer.toString(gaps.size()),
                        "without",
                        Integer.toString(withoutWords))))));
    return brief.listed("admin.unanswered", blocks);
  }

  private Block group(Gap gap) {
    List<Text> lines = new ArrayList<>();
    lines.add(
        Text.plain(
            wording.words(
                "admin.unanswered.group",
                Map.of(
                    "asked", Integer.toString(gap.asked()),
                    "unanswered", Integer.toString(gap.unanswered()),
                    "wrong", Integer.toString(gap.ratedWrong()),
                    "first", gap.first().toString(),
                    "last", gap.last().toString()))));
    gap.otherWordings()
        .forEach(
            words -> lines.add(Text.plain(wording.words("admin.unanswered.also") + " " + words)));
    gap.nearest()
        .ifPresent(near ->
            lines.add(Text.plain(wording.words("admin.unanswered.nearest") + " " + near.title())));
    return new Block.Bullets(gap.title(), lines);
  }
}
