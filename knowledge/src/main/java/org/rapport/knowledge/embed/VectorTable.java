package org.rapport.knowledge.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/**
 * Vectors of length one, side by side in memory outside the heap, for comparing one vector with all
 * of them: by the runtime of the embedding model, whose native code takes a seventh of the time
 * that Java compiled by the quick compiler takes.
 */
public final class VectorTable {
  private static final int DIMENSIONS = Embedder.DIMENSIONS;

  private final int rows;
  // Column by column: all first values, all second values.
  private final FloatBuffer values;

  /** The product, made once: it is the same for every table. */
  private static final class Product {
    static final OrtSession SESSION = ProductModel.of(DIMENSIONS).session();
  }

  private VectorTable(int rows, FloatBuffer values) {
    this.rows = rows;
    this.values = values;
  }

  /** A table of these vectors in their order. */
  public static VectorTable of(List<float[]> vectors) {
    int rows = vectors.size();
    FloatBuffer values =
        ByteBuffer.allocateDirect(Math.multiplyExact(rows, DIMENSIONS * Float.BYTES))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    for (int row = 0; row < rows; row++) {
      float[] vector = vectors.get(row);
      for (int i = 0; i < DIMENSIONS; i++) {
        values.put(i * rows + row, vector[i]);
      }
    }
    return new VectorTable(rows, values);
  }

  /** The cosines of a vector of length one and each in the table, in their order. */
  public float[] cosines(float[] vector) {
    float[] cosines = new float[rows];
    if (rows == 0) {
      return cosines;
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    // A tensor of a direct buffer is a view of it.
    try (OnnxTensor table =
            OnnxTensor.createTensor(
                environment, values.duplicate(), new long[] {DIMENSIONS, rows});
        OnnxTensor one =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(vector), new long[] {1, DIMENSIONS});
        OrtSession.Result result =
            Product.SESSION.run(Map.of(ProductModel.VECTOR, one, ProductModel.TABLE, table))) {
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(cosines);
      return cosines;
    } catch (OrtException broken) {
      throw new IllegalStateException("Vectors cannot be compared", broken);
    }
  }
}
