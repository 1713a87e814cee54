package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rapport.bot.campaign.nudge.ComingDay;
import org.rapport.bot.campaign.nudge.PostIdea;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Text;
import org.rapport.bot.people.Platform;
import org.rapport.knowledge.library.AwarenessDay;
import org.rapport.knowledge.library.Check;
import org.rapport.knowledge.library.SuggestedPost;

/** Shows a suggested post: why it works, its words, and what to check first. */
final class PostBlocks {
  private final Wording wording;

  PostBlocks(Wording wording) {
    this.wording = wording;
  }

  /**
   * A post.
   *
   * @param practises whether its reader only practises yet
   * @param always what to check before every post
   */
  List<Block> of(PostIdea idea, boolean practises, List<Check> always) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(intro(idea, practises)));
    blocks.add(new Block.Quote(title(idea), Text.plain(idea.words())));
    blocks.add(new Block.Bullets(wording.words("nudge.post.check-first"), checks(idea)));
    String each = always.stream().map(Check::check).collect(Collectors.joining(" "));
    blocks.add(
        new Block.Note(
            Block.Tone.QUIET,
            new Text(
                List.of(
                    new Text.Bold(wording.words("nudge.post.always")),
                    new Text.Plain(" " + each)))));
    return blocks;
  }

  /** A day to be quiet or careful on. */
  Block mindful(ComingDay coming) {
    String key =
        switch (coming.day().tone()) {
          case CAUTION -> "nudge.day.caution";
          case QUIET, CELEBRATE, INFORM -> "nudge.day.quiet";
        };
    return new Block.Note(Block.Tone.CAUTION, Text.plain(wording.words(key, about(coming))));
  }

  private Text intro(PostIdea idea, boolean practises) {
    List<Text.Span> spans = new ArrayList<>();
    spans.add(new Text.Bold(wording.words("nudge.post." + kind(idea.post()))));
    idea.day().ifPresent(coming -> spans.add(plain(wording.words("nudge.day.is", about(coming)))));
    idea.situation()
        .ifPresent(
            when -> spans.add(plain(wording.words("nudge.situation", Map.of("when", when)))));
    spans.add(plain(idea.post().why()));
    if (practises) {
      spans.add(plain(wording.words("nudge.practise")));
    }
    return new Text(spans);
  }

  private static Text.Plain plain(String words) {
    return new Text.Plain(" " + words);
  }

  private static String kind(SuggestedPost post) {
    return switch (post.kind()) {
      case POST -> "post";
      case COMMENT -> "comment";
      case SHARE -> "share";
    };
  }

  private String title(PostIdea idea) {
    String platform = title(idea.platform());
    List<String> others =
        idea.platforms().stream()
            .filter(each -> each != idea.platform())
            .map(PostBlocks::title)
            .toList();
    return wording.words(
        "nudge.post.for", Map.of("platform", platform, "others", String.join(", ", others)));
  }

  /** A platform as its makers write it. */
  static String title(org.rapport.knowledge.library.Platform platform) {
    return Platform.valueOf(platform.name()).title();
  }

  private List<Text> checks(PostIdea idea) {
    SuggestedPost post = idea.post();
    List<Text> checks = new ArrayList<>();
    post.makeTrue()
        .ifPresent(what ->
            checks.add(Text.plain(wording.words("nudge.post.make-true", Map.of("what", what)))));
    post.checkFirst().forEach(check -> checks.add(Text.plain(check)));
    post.picture()
        .ifPresent(picture ->
            checks.add(
                Text.plain(
                    wording.words(
                        "nudge.post.picture",
                        Map.of("shows", picture.shows(), "alt", picture.altText())))));
    idea.day().ifPresent(coming -> checks.add(Text.plain(confirm(coming.day()))));
    return checks;
  }

  private String confirm(AwarenessDay day) {
    return Optional.of(day)
        .flatMap(AwarenessDay::organiser)
        .map(organiser ->
            wording.words("nudge.day.confirm.organiser", Map.of("organiser", organiser)))
        .orElseGet(() -> wording.words("nudge.day.confirm"));
  }

  private static Map<String, String> about(ComingDay coming) {
    return Map.of("name", coming.day().name(), "day", DayWords.of(coming.days()));
  }
}
