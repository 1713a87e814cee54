package org.rapport.knowledge.embed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The product of a vector and a table as an ONNX model, the only form in which the runtime takes a
 * calculation. It is one node, so its few fields are written here as Protocol Buffers encodes them;
 * the numbers of the fields are those of onnx.proto3 (https://github.com/onnx/onnx).
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

  /** How Protocol Buffers marks a number, and anything with a length. */
  private static final int NUMBER = 0;

  private static final int SIZED = 2;

  /** The product of [1, dimensions] and [dimensions, rows], for any number of rows. */
  static ProductModel of(int dimensions) {
    byte[] node = all(text(1, VECTOR), text(1, TABLE), text(2, PRODUCT), text(4, "MatMul"));
    byte[] graph =
        all(
            sized(1, node),
            text(2, PRODUCT),
            sized(11, matrix(VECTOR, number(1, 1), number(1, dimensions))),
            sized(11, matrix(TABLE, number(1, dimensions), text(2, "rows"))),
            sized(12, matrix(PRODUCT, number(1, 1), text(2, "rows"))));
    return new ProductModel(
        all(number(1, IR_VERSION), sized(7, graph), sized(8, number(2, OPERATOR_SET))));
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
