package org.rapport.knowledge.embed;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A product as an ONNX model, the only form in which the runtime takes a calculation. It is one
 * node, so its few fields are written here as Protocol Buffers encodes them; the numbers of the
 * fields are those of onnx.proto3 (https://github.com/onnx/onnx).
 *
 * @param bytes the model
 */
record ProductModel(byte[] bytes) {
  static final String VECTOR = "vector";
  static final String TABLE = "table";
  private static final String PRODUCT = "product";

  private static final int IR_VERSION = 8;
  private static final int OPERATOR_SET = 13;
  private static final int FLOAT = 1;
  private static final int ATTRIBUTE_TYPE = 20;
  private static final int INTEGER = 2;
  private static final byte[] ROWS = text(2, "rows");

  /** How Protocol Buffers marks a number, and anything with a length. */
  private static final int NUMBER = 0;

  private static final int SIZED = 2;

  /** The product of [1, dimensions] and [dimensions, rows], for any number of rows. */
  static ProductModel of(int dimensions) {
    byte[] node = all(text(1, VECTOR), text(1, TABLE), text(2, PRODUCT), text(4, "MatMul"));
    return of(
        all(
            sized(1, node),
            text(2, PRODUCT),
            sized(11, matrix(VECTOR, number(1, 1), number(1, dimensions))),
            sized(11, matrix(TABLE, number(1, dimensions), ROWS)),
            sized(12, matrix(PRODUCT, number(1, 1), ROWS))));
  }

  /** The product of [rows, dimensions] and the same turned on its side, for any number of rows. */
  static ProductModel ofRows(int dimensions) {
    byte[] turned = all(text(1, "transB"), number(3, 1), number(ATTRIBUTE_TYPE, INTEGER));
    byte[] node =
        all(text(1, TABLE), text(1, TABLE), text(2, PRODUCT), text(4, "Gemm"), sized(5, turned));
    return of(
        all(
            sized(1, node),
            text(2, PRODUCT),
            sized(11, matrix(TABLE, ROWS, number(1, dimensions))),
            sized(12, matrix(PRODUCT, ROWS, ROWS))));
  }

  private static ProductModel of(byte[] graph) {
    return new ProductModel(
        all(number(1, IR_VERSION), sized(7, graph), sized(8, number(2, OPERATOR_SET))));
  }

  /** Makes it ready to run, on one thread. */
  OrtSession session() {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return OrtEnvironment.getEnvironment().createSession(bytes, options);
    } catch (OrtException broken) {
      throw new IllegalStateException("Vectors cannot be compared", broken);
    }
  }

  private static byte[] matrix(String name, byte[] height, byte[] width) {
    byte[] shape = all(sized(1, height), sized(1, width));
    return all(text(1, name), sized(2, sized(1, all(number(1, FLOAT), sized(2, shape)))));
  }

  private static byte[] text(int field, String text) {
    return sized(field, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] number(int field, int value) {
    return all(variable(field << 3 | NUMBER), variable(value));
  }

  private static byte[] sized(int field, byte[] content) {
    return all(variable(field << 3 | SIZED), variable(content.length), content);
  }

  /** Seven bits a byte, the lowest first; the eighth says that more follow. */
  private static byte[] variable(int value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int left = value;
    for (; left > 0x7f; left >>>= 7) {
      out.write(left & 0x7f | 0x80);
    }
    out.write(left);
    return out.toByteArray();
  }

  private static byte[] all(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
