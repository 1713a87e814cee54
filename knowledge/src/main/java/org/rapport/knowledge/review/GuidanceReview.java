package org.rapport.knowledge.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.Fact;
import org.rapport.knowledge.content.Section;
import org.rapport.knowledge.library.CalendarPage;
import org.rapport.knowledge.library.Network;

/**
 * Reviews guidance for what an editor should look at. What makes a content folder unusable, a short
 * answer of more than 60 words among it, is refused earlier, when the folder is read.
 */
public final class GuidanceReview {
  /** The reading grade that sections aim for, in school years of the United States. */
  public static final double AIM = 9;

  /** The highest reading grade that is shipped, in school years of the United States. */
  public static final double HARDEST = 9.5;

  private final Content content;
  private final LocalDate today;
  private final ReadingLevel readingLevel = new ReadingLevel();
  private final Spelling spelling = new Spelling();
  private final List<Remark> remarks = new ArrayList<>();
  private final List<Review.Reading> readings = new ArrayList<>();

  private GuidanceReview(Content content, LocalDate today) {
    this.content = content;
    this.today = today;
  }

  /** Reviews guidance as of a day. */
  public static Review of(Content content, LocalDate today) {
    return new GuidanceReview(content, today).review();
  }

  private Review review() {
    remarks.addAll(new Coverage(content).remarks());
    content.sections().forEach(this::review);
    content.library().networks().forEach(this::review);
    remarks.sort(Comparator.comparing(Remark::kind));
    return new Review(remarks, readings);
  }

  private void review(Section section) {
    List<String> blocks = PlainText.of(section);
    List<String> evidence = evidence(section);
    Founded.missing(blocks, evidence)
        .forEach(figure ->
            remark(
                Remark.Kind.UNFOUNDED_FIGURE, section, "none of its facts has '" + figure + "'"));
    spelling
        .americanIn(blocks, evidence)
        .forEach(word -> remark(Remark.Kind.AMERICAN_SPELLING, section, word));
    if (section.reviewBy().isBefore(today)) {
      remark(Remark.Kind.REVIEW_DUE, section, "was to be looked at by " + section.reviewBy());
    }
    grade(section, blocks);
  }

  /** Networks close and move: what nobody looked at for a year may be gone. */
  private void review(Network network) {
    if (network.checked().plusYears(1).isBefore(today)) {
      remarks.add(
          new Remark(
              Remark.Kind.REVIEW_DUE,
              "library/networks#" + network.id(),
              "was last checked on " + network.checked()));
    }
  }

  private void grade(Section section, List<String> blocks) {
    Readability counts = readingLevel.of(blocks);
    String topic = section.document().replaceFirst("/.*", "");
    Review.Reading reading = new Review.Reading(topic, section.id(), counts);
    readings.add(reading);
    if (reading.grade() > HARDEST) {
      remark(
          Remark.Kind.HARD_TO_READ,
          section,
          String.format(Locale.ROOT, "grade %.1f; at most %.1f", reading.grade(), HARDEST));
    }
  }

  /** What its figures may rest on: facts, and for a day of the calendar also its rule. */
  private List<String> evidence(Section section) {
    Stream<String> ofFacts =
        section.facts().stream()
            .map(content.facts()::get)
            .filter(Objects::nonNull)
            .flatMap(GuidanceReview::wordsOf);
    Stream<String> ofRules =
        content.library().calendar().page(section.id()).stream()
            .flatMap(page -> page.computed().stream());
    return Stream.concat(ofFacts, ofRules).toList();
  }

  private static Stream<String> wordsOf(Fact fact) {
    return Stream.concat(
        Stream.of(fact.words()),
        fact.sources().stream().flatMap(source -> Stream.of(source.title(), source.date())));
  }

  private void remark(Remark.Kind kind, Section section, String words) {
    String file =
        content
            .library()
            .calendar()
            .page(section.id())
            .map(CalendarPage::file)
            .orElse("guidance/" + section.document() + ".md");
    remarks.add(new Remark(kind, file + "#" + section.id(), words));
  }
}
