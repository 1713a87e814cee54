package org.rapport.knowledge.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/** The fields of the index, and how their text becomes terms. */
final class Fields {
  static final String TITLE = "title";
  static final String QUESTIONS = "questions";
  static final String BODY = "body";

  /** A vector; one Lucene document each, just before the document of its entry. */
  static final String VECTOR = "vector";

  /** Only in the document of an entry: its place in the order of entries. */
  static final String ENTRY = "entry";

  static final String ID = "id";
  static final String TITLE_STORED = "title.stored";
  static final String FACTS = "facts";
  static final String HASH = "hash";
  static final String STORED = "stored";

  /** Only in the last document: what applies to the whole generation. */
  static final String EXTRA = "extra";

  static final Analyzer ANALYZER = new EnglishAnalyzer();

  private Fields() {}
}
