package org.rapport.knowledge.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rapport.knowledge.content.Boundary;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.Correction;
import org.rapport.knowledge.content.Language;
import org.rapport.knowledge.embed.Hash;
import org.rapport.knowledge.embed.TextGroup;

/**
 * What a generation keeps beside its sections.
 *
 * @param inside questions that are for the guidance
 * @param facts the words of those that a section rests on, by id
 */
record Rules(
    List<Boundary> boundaries,
    List<Correction> corrections,
    List<String> inside,
    Map<String, List<String>> acronyms,
    List<List<String>> synonyms,
    Map<String, String> shorthand,
    TreeMap<String, String> facts) {

  // What another version of Rapport wrote is unreadable, not half read.
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

  static Rules of(Content content) {
    Language language = content.language();
    return new Rules(
        content.boundaries(),
        content.corrections(),
        content.inside(),
        new TreeMap<>(language.acronyms()),
        language.synonyms(),
        new TreeMap<>(language.shorthand()),
        factsOf(content));
  }

  private static TreeMap<String, String> factsOf(Content content) {
    TreeMap<String, String> words = new TreeMap<>();
    content.sections().stream()
        .flatMap(section -> section.facts().stream())
        .map(content.facts()::get)
        .filter(Objects::nonNull)
        .forEach(fact -> words.put(fact.id(), fact.words()));
    return words;
  }

  static Rules read(String json) {
    try {
      return JSON.readValue(json, Rules.class);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException("The index holds unreadable boundaries", broken);
    }
  }

  /** The same for the same content. */
  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException never) {
      throw new IllegalStateException(never);
    }
  }

  /** Whether whatever is asked is decided alike; facts only say what is cited. */
  boolean decideAs(Rules others) {
    return withoutFacts().equals(others.withoutFacts());
  }

  private Rules withoutFacts() {
    return new Rules(
        boundaries, corrections, inside, acronyms, synonyms, shorthand, new TreeMap<>());
  }

  Language language() {
    return new Language(acronyms, synonyms, shorthand);
  }

  /**
   * The texts that a question is compared with: the examples of the first boundary, its
   * look-alikes, those of the second, and so on; the beliefs of each correction; what is inside;
   * and each fact.
   */
  List<TextGroup> groups() {
    return Stream.of(
            boundaries.stream().map(Rules::group),
            corrections.stream().map(correction -> new TextGroup(correction.beliefs(), false)),
            inside.isEmpty() ? Stream.<TextGroup>of() : Stream.of(new TextGroup(inside, false)),
            facts.values().stream().map(words -> new TextGroup(List.of(words), false)))
        .flatMap(groups -> groups)
        .toList();
  }

  private static TextGroup group(Boundary boundary) {
    return new TextGroup(
        Stream.of(boundary.examples(), boundary.lookAlikes()).flatMap(List::stream).toList(),
        false);
  }

  /** How many texts there are that {@link Leanings} are learned from; they come first. */
  int learnedFrom() {
    return groups().stream().mapToInt(group -> group.texts().size()).sum() - facts.size();
  }

  /** What the weights are kept by that are learned from these texts. */
  String leaningsKey() {
    return Hash.of(
        Stream.concat(
                Stream.of("leanings"),
                groups().subList(0, groups().size() - facts.size()).stream().map(TextGroup::key))
            .toArray(String[]::new));
  }
}
