package org.rapport.bot.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.rapport.knowledge.review.GuidanceReview;
import org.rapport.knowledge.review.Remark;
import org.rapport.knowledge.review.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "review",
    description = {
      "Lists what an editor should look at in the guidance: facts that no section uses, figures",
      "without a fact, American spellings, what is hard to read or due for review. Exit code 1 if",
      "something in it must be mended before it is shipped."
    },
    mixinStandardHelpOptions = true)
final class ReviewCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId EDITORS_ZONE = ZoneId.of("Europe/London");
  private static final String ROW = "%-20s %8s %7s %8s %8s  %s";

  private final Terminal terminal;
  private final InstantSource clock;

  @Mixin private ContentOption content = new ContentOption();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  ReviewCommand(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), EDITORS_ZONE);
    Review review = GuidanceReview.of(content.read(), today);
    if (json) {
      terminal.out().println(json(review));
    } else {
      print(review);
    }
    return review.failed() ? 1 : 0;
  }

  private void print(Review review) {
    review.remarks().forEach(terminal.out()::println);
    terminal.out().println();
    terminal
        .out()
        .println(
            ROW.formatted(
                "reading grade", "sections", "median", "highest", "above " + aim(), "hardest"));
    review.topics().forEach(this::print);
    review.total("all").ifPresent(this::print);
    terminal.out().println();
    long failing = review.remarks().stream().filter(remark -> remark.kind().failing()).count();
    terminal
        .out()
        .println("remarks: %d, to be mended: %d".formatted(review.remarks().size(), failing));
  }

  private void print(Review.Topic topic) {
    terminal
        .out()
        .println(
            ROW.formatted(
                topic.name(),
                topic.sections(),
                grade(topic.median()),
                grade(topic.hardest().grade()),
                topic.aboveAim(),
                topic.hardest().section()));
  }

  private static String aim() {
    return String.format(Locale.ROOT, "%.0f", GuidanceReview.AIM);
  }

  private static String grade(double grade) {
    return String.format(Locale.ROOT, "%.1f", grade);
  }

  private static ObjectNode json(Review review) {
    ObjectNode node = JSON.createObjectNode().put("failed", review.failed());
    node.putArray("remarks");
    review.remarks().forEach(remark -> add(node, remark));
    review.readings().forEach(reading -> add(node, reading));
    return node;
  }

  private static void add(ObjectNode node, Remark remark) {
    node.withArray("remarks")
        .addObject()
        .put("kind", remark.kind().id())
        .put("place", remark.place())
        .put("words", remark.words())
        .put("failing", remark.kind().failing());
  }

  private static void add(ObjectNode node, Review.Reading reading) {
    node.withArray("readings")
        .addObject()
        .put("topic", reading.topic())
        .put("section", reading.section())
        .put("grade", Math.round(reading.grade() * 100) / 100.0)
        .put("words", reading.counts().words())
        .put("sentences", reading.counts().sentences())
        .put("syllables", reading.counts().syllables());
  }
}
