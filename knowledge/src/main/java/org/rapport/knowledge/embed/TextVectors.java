package org.rapport.knowledge.embed;

/** Turns a text into its vector, of length one. */
@FunctionalInterface
public interface TextVectors {
  float[] of(String text);
}
