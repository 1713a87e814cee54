package org.rapport.knowledge.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rapport.knowledge.Answer.Caution;
import org.rapport.knowledge.Citation;
import org.rapport.knowledge.content.Fact;
import org.rapport.knowledge.content.Section;
import org.rapport.knowledge.upload.UploadedSection;

/**
 * What an answer shows of a section, made when the index is built and kept in it as JSON, so that
 * an answer never mixes two states of the content.
 */
record Page(
    String section,
    String title,
    String shortAnswer,
    List<String> steps,
    List<String> watchOuts,
    String examplePost,
    List<Caution> cautions,
    List<Origin> origins,
    List<String> ways) {

  /** What stands for a source where there is none. */
  static final String OWN_ADVICE = "Rapport's own advice";

  /** Who published what an organisation gave. */
  private static final String THEIR_OWN = "your organisation";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A source and the facts that rest on it; without an address it is our own advice. */
  record Origin(String title, String publisher, String date, String url, List<String> facts) {}

  /**
   * @param ways titles of the sections to ask next
   */
  static Page of(Section section, Map<String, Fact> allFacts, List<String> ways) {
    List<Fact> facts = section.facts().stream().map(allFacts::get).toList();
    return new Page(
        section.id(),
        section.title(),
        section.shortAnswer(),
        section.steps(),
        section.watchOuts(),
        section.examplePost().orElse(""),
        cautions(facts),
        origins(facts),
        ways);
  }

  /** Whether it answers only what is asked in general, and shows the ways on. */
  boolean isOverview() {
    return !ways.isEmpty();
  }

  /**
   * What an answer shows of a section of a document that an organisation gave: its words as they
   * are.
   *
   * @param document title of the document
   */
  static Page of(String id, UploadedSection section, String document, LocalDate given) {
    String title =
        section.part() == 1 ? section.title() : section.title() + " (" + section.part() + ")";
    Origin origin =
        new Origin(document + ", " + section.place(), THEIR_OWN, DATE.format(given), "", List.of());
    return new Page(
        id,
        title,
        PlainMarkdown.of(section.body()),
        List.of(),
        List.of(),
        "",
        List.of(Caution.LOCAL),
        List.of(origin),
        List.of());
  }

  /** The same, marked as the organisation's own. */
  Page ofTheirOwn() {
    List<Caution> marked = new ArrayList<>(cautions);
    marked.addFirst(Caution.LOCAL);
    return new Page(
        section, title, shortAnswer, steps, watchOuts, examplePost, marked, origins, ways);
  }

  private static List<Caution> cautions(List<Fact> facts) {
    List<Caution> cautions = new ArrayList<>();
    if (facts.stream().anyMatch(f -> f.tag() == Fact.Tag.VERIFY && f.kind().needsCheck())) {
      cautions.add(Caution.CHECK_FIRST);
    }
    if (facts.stream().anyMatch(f -> f.tag() == Fact.Tag.VERIFY && !f.kind().needsCheck())) {
      cautions.add(Caution.OWN_ADVICE);
    }
    if (facts.stream().anyMatch(f -> f.tag() == Fact.Tag.SEED)) {
      cautions.add(Caution.HISTORY);
    }
    return cautions;
  }

  /** The sources that most facts rest on come first; what rests on none comes last. */
  private static List<Origin> origins(List<Fact> facts) {
    Map<Fact.Origin, List<String>> bySource = new LinkedHashMap<>();
    List<String> unsourced = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact.sources().isEmpty()) {
        unsourced.add(fact.id());
      }
      fact.sources().stream()
          .limit(1)
          .forEach(
              source -> bySource.computeIfAbsent(source, s -> new ArrayList<>()).add(fact.id()));
    }
    List<Origin> origins = new ArrayList<>();
    bySource.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
        .forEach(entry -> {
          Fact.Origin s = entry.getKey();
          origins.add(
              new Origin(s.title(), s.publisher(), s.date(), s.url().toString(), entry.getValue()));
        });
    if (!unsourced.isEmpty()) {
      origins.add(new Origin(OWN_ADVICE, "Rapport", "", "", unsourced));
    }
    return origins;
  }

  Citation citation(Origin origin) {
    return new Citation(
        section,
        title,
        origin.facts(),
        origin.title(),
        origin.publisher(),
        origin.date(),
        origin.url().isEmpty() ? Optional.empty() : Optional.of(URI.create(origin.url())));
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException never) {
      throw new IllegalStateException(never);
    }
  }

  static Page read(String json) {
    try {
      return JSON.readValue(json, Page.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("The index holds an unreadable section", broken);
    }
  }
}
