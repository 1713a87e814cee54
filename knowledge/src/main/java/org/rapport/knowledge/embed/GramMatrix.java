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

/** The cosines of some vectors of length one with each other, by the runtime's native code. */
public final class GramMatrix {
  private static final int DIMENSIONS = Embedder.DIMENSIONS;

  /** The product, made once. */
  private static final class Product {
    static final OrtSession SESSION = ProductModel.ofRows(DIMENSIONS).session();
  }

  private GramMatrix() {}

  /** Row by row, the cosines of each vector and all. Time grows with the square of their number. */
  public static float[][] of(List<float[]> vectors) {
    int size = vectors.size();
    float[][] rows = new float[size][size];
    if (size == 0) {
      return rows;
    }
    FloatBuffer values =
        ByteBuffer.allocateDirect(size * DIMENSIONS * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    vectors.forEach(values::put);
    try (OnnxTensor table =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), values.flip(), new long[] {size, DIMENSIONS});
        OrtSession.Result result = Product.SESSION.run(Map.of(ProductModel.TABLE, table))) {
      FloatBuffer products = ((OnnxTensor) result.get(0)).getFloatBuffer();
      for (float[] row : rows) {
        products.get(row);
      }
      return rows;
    } catch (OrtException broken) {
      throw new IllegalStateException("Vectors cannot be compared", broken);
    }
  }
}
