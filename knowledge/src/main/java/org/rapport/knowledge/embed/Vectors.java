package org.rapport.knowledge.embed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.lucene.util.VectorUtil;

/** Arithmetic on vectors. */
public final class Vectors {
  private Vectors() {}

  /** The vector scaled to length one, in place. */
  public static float[] unit(float[] vector) {
    return VectorUtil.l2normalize(vector, false);
  }

  /** The sum of two vectors scaled to length one. */
  public static float[] unitSum(float[] a, float[] b) {
    float[] sum = a.clone();
    VectorUtil.add(sum, b);
    return unit(sum);
  }

  /** The cosine of two vectors of length one. */
  public static float cosine(float[] a, float[] b) {
    return product(a, b);
  }

  /** The inner product of two vectors of any length. */
  public static float product(float[] a, float[] b) {
    return VectorUtil.dotProduct(a, b);
  }

  /** The bytes of a vector, for keeping. */
  public static byte[] bytes(float[] vector) {
    ByteBuffer buffer =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(vector);
    return buffer.array();
  }

  /** The vector in {@code length} bytes from {@code offset}. */
  public static float[] read(byte[] bytes, int offset, int length) {
    float[] vector = new float[length / Float.BYTES];
    ByteBuffer.wrap(bytes, offset, length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(vector);
    return vector;
  }
}
