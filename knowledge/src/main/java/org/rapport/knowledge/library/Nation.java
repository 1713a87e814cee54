package org.rapport.knowledge.library;

/** A nation of the United Kingdom. */
public enum Nation {
  ENGLAND,
  SCOTLAND,
  WALES,
  NORTHERN_IRELAND
}
