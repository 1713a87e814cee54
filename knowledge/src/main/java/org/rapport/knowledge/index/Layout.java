package org.rapport.knowledge.index;

import java.util.List;
import java.util.Map;

/** How the fields of an index count in keyword search, by what the content is. */
enum Layout {
  /** Short, question-like content: a word in the title counts twice. */
  QUESTIONS,
  /** Long articles: the title is but one more line of the text. */
  ARTICLES;

  /** Articles are longer than this, in words, at the median. */
  private static final int ARTICLE_WORDS = 120;

  /** The weight of a word in each field that is searched. */
  Map<String, Float> boosts() {
    return switch (this) {
      case QUESTIONS -> Map.of(Fields.TITLE, 2f, Fields.QUESTIONS, 1f, Fields.BODY, 1f);
      case ARTICLES -> Map.of(Fields.BODY, 1f);
    };
  }

  /** The layout for some content: articles if most of it is long and asks no questions. */
  static Layout of(List<Entry> entries) {
    int[] lengths =
        entries.stream().mapToInt(e -> e.body().split("\\s+").length).sorted().toArray();
    boolean asked = entries.stream().anyMatch(e -> !e.questions().isEmpty());
    long titlesThatAsk = entries.stream().filter(e -> e.title().strip().endsWith("?")).count();
    boolean isLong = lengths.length > 0 && lengths[lengths.length / 2] > ARTICLE_WORDS;
    return isLong && !asked && titlesThatAsk * 4 < entries.size() ? ARTICLES : QUESTIONS;
  }
}
