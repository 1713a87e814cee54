package org.rapport.knowledge.upload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes as text: by their byte order mark, else UTF-8 if valid, else windows-1252. */
final class Decoding {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Decoding() {}

  static String of(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (has(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (has(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    if (has(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, WINDOWS);
    }
  }

  /** The first bytes of a file, of which the last may be half a character. */
  static String head(byte[] head) {
    if (has(head, 0xFF, 0xFE) || has(head, 0xFE, 0xFF)) {
      return new String(head, StandardCharsets.UTF_16);
    }
    if (has(head, 0xEF, 0xBB, 0xBF)) {
      return new String(head, 3, head.length - 3, StandardCharsets.UTF_8);
    }
    CharBuffer text = CharBuffer.allocate(head.length);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head), text, false);
    return result.isError() ? new String(head, WINDOWS) : text.flip().toString();
  }

  private static boolean has(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
