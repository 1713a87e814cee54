package org.rapport.knowledge.embed;

import java.util.List;

/** Vectors of length one, side by side in memory, for comparing one vector with all of them. */
public final class VectorTable {
  private static final int DIMENSIONS = Embedder.DIMENSIONS;

  private final float[] values;

  private VectorTable(float[] values) {
    this.values = values;
  }

  /** A table of these vectors in their order. */
  public static VectorTable of(List<float[]> vectors) {
    float[] values = new float[vectors.size() * DIMENSIONS];
    for (int row = 0; row < vectors.size(); row++) {
      System.arraycopy(vectors.get(row), 0, values, row * DIMENSIONS, DIMENSIONS);
    }
    return new VectorTable(values);
  }

  /** The cosine of a vector of length one and the one in a row, counted from 0. */
  public float cosine(float[] vector, int row) {
    // Four sums at a time: one alone would wait for each addition.
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int at = row * DIMENSIONS;
    for (int i = 0; i < DIMENSIONS; i += 4) {
      a += vector[i] * values[at + i];
      b += vector[i + 1] * values[at + i + 1];
      c += vector[i + 2] * values[at + i + 2];
      d += vector[i + 3] * values[at + i + 3];
    }
    return a + b + (c + d);
  }
}
