package org.rapport.knowledge.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * The fields of the index, and how their text becomes terms. An entry is a block of documents: one
 * for each of its vectors, then its own. One more document holds what applies to every entry.
 */
final class Fields {
  static final String TITLE = "title";
  static final String QUESTIONS = "questions";
  static final String BODY = "body";

  /** A vector; one document each. */
  static final String VECTOR = "vector";

  /** Only in the document of an entry: how many vectors stand before it. */
  static final String ENTRY = "entry";

  /** In every document of a block: the entry's id. */
  static final String KEY = "key";

  /** Only in the document of an entry: a {@link StoredCard}. */
  static final String CARD = "card";

  static final String STORED = "stored";

  /** Only in the document that is no entry's: what applies to the whole generation. */
  static final String EXTRA = "extra";

  /** The key of the document that is no entry's. */
  static final String EXTRA_KEY = "\u0000";

  static final Analyzer ANALYZER = new EnglishAnalyzer();

  private Fields() {}
}
