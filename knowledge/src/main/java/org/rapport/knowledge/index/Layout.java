package org.rapport.knowledge.index;

import java.util.List;
import java.util.Map;

/** How an index is searched, by what its content is. The figures are from the ablations. */
public enum Layout {
  /** Guidance whose entries list how people ask: their words are worth more here. */
  GUIDANCE,
  /** Short, question-like content: a word in the title counts three times. */
  QUESTIONS,
  /** Long articles: the title is but one more line of the text. */
  ARTICLES;

  /** Articles are longer than this, in words, at the median. */
  private static final int ARTICLE_WORDS = 120;

  /** The weight of a word in each field that is searched. */
  Map<String, Float> boosts() {
    return switch (this) {
      case GUIDANCE -> Map.of(Fields.TITLE, 1.5f, Fields.QUESTIONS, 1f, Fields.BODY, 1f);
      case QUESTIONS -> Map.of(Fields.TITLE, 3f, Fields.QUESTIONS, 1f, Fields.BODY, 1f);
      case ARTICLES -> Map.of(Fields.BODY, 1f);
    };
  }

  /** The weight of a word in the fields of an entry other than the one that it fits best. */
  float otherFields() {
    return switch (this) {
      case GUIDANCE -> 0f;
      case QUESTIONS, ARTICLES -> 1f;
    };
  }

  /** The weight of meaning against words, 0 to 1. */
  double meaning() {
    return switch (this) {
      case GUIDANCE, ARTICLES -> 0.6;
      case QUESTIONS -> 0.83;
    };
  }

  /** The weight of what tells the best entries apart: that takes several texts of each. */
  double reranking() {
    return switch (this) {
      case GUIDANCE -> 0.3;
      case QUESTIONS, ARTICLES -> 0;
    };
  }

  /** The weight of the best entry with the same title: several answers may have one question. */
  double sameTitle() {
    return switch (this) {
      case QUESTIONS -> 0.5;
      case GUIDANCE, ARTICLES -> 0;
    };
  }

  /** The layout for some content: articles if most of it is long and asks no questions. */
  public static Layout of(List<Entry> entries) {
    if (entries.stream().anyMatch(entry -> !entry.questions().isEmpty())) {
      return GUIDANCE;
    }
    int[] lengths =
        entries.stream().mapToInt(e -> e.body().split("\\s+").length).sorted().toArray();
    long titlesThatAsk = entries.stream().filter(e -> e.title().strip().endsWith("?")).count();
    boolean isLong = lengths.length > 0 && lengths[lengths.length / 2] > ARTICLE_WORDS;
    return isLong && titlesThatAsk * 4 < entries.size() ? ARTICLES : QUESTIONS;
  }
}
