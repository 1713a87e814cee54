package org.rapport.knowledge.upload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Weighs the packed streams of a PDF before it is opened, as PDFBox unpacks each whole into the
 * heap, and searches a damaged file for them. Any stream is tried as deflated, whatever its
 * dictionary says; pictures are left out: {@link PdfWeights} sees that they are never unpacked, and
 * a scanned page is some 25 MB.
 */
final class PdfStreams {
  private static final byte[] KEYWORD = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_DICTIONARY = 2_000;
  private static final int ZLIB_HEADER = 2;
  private static final Pattern PICTURE = Pattern.compile("/Subtype\\s*/Image\\b");

  private final byte[] file;
  private final Deadline deadline;
  private final byte[] sink = new byte[65_536];
  private long total;

  private PdfStreams(byte[] file, Deadline deadline) {
    this.file = file;
    this.deadline = deadline;
  }

  /**
   * Refuses a PDF that unpacks to too much.
   *
   * @throws Refusal if one stream or all together are beyond the limits
   */
  static void refuseBombs(Path file, Deadline deadline) throws IOException {
    new PdfStreams(Files.readAllBytes(file), deadline).weigh();
  }

  private void weigh() {
    int at = 0;
    while (at < file.length - KEYWORD.length) {
      if (isKeyword(at)) {
        deadline.check();
        int start = start(at + KEYWORD.length);
        at = isPicture(at) ? start : start + weigh(start);
      } else {
        at++;
      }
    }
  }

  private boolean isKeyword(int at) {
    for (int i = 0; i < KEYWORD.length; i++) {
      if (file[at + i] != KEYWORD[i]) {
        return false;
      }
    }
    return at == 0 || file[at - 1] != 'd'; // endstream
  }

  private int start(int afterKeyword) {
    int start = afterKeyword;
    while (start < file.length && (file[start] == '\r' || file[start] == '\n')) {
      start++;
    }
    return start;
  }

  private boolean isPicture(int at) {
    int from = Math.max(0, at - LONGEST_DICTIONARY);
    String before = new String(file, from, at - from, StandardCharsets.ISO_8859_1);
    return PICTURE.matcher(before.substring(Math.max(0, before.lastIndexOf(" obj")))).find();
  }

  /** Bytes of the file that the stream takes, as far as they are deflated. */
  private int weigh(int start) {
    int from = start + ZLIB_HEADER;
    if (from >= file.length) {
      return 0;
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(file, from, file.length - from);
      long unpacked = 0;
      int read = inflater.inflate(sink);
      while (read > 0) {
        deadline.check();
        unpacked += read;
        total += read;
        refuseTooMuch(unpacked);
        read = inflater.inflate(sink);
      }
      return inflater.finished() ? Math.toIntExact(inflater.getBytesRead()) : 0;
    } catch (DataFormatException notDeflated) {
      return 0;
    } finally {
      inflater.end();
    }
  }

  private void refuseTooMuch(long unpacked) {
    if (unpacked > UploadLimits.MOST_STREAM_BYTES || total > UploadLimits.MOST_STREAMS_BYTES) {
      throw tooMuch();
    }
  }

  static Refusal tooMuch() {
    return new Refusal(
        "unpacks to too much: expected at most "
            + UploadLimits.MOST_STREAM_BYTES / 1_000_000
            + " MB in one piece and "
            + UploadLimits.MOST_STREAMS_BYTES / 1_000_000
            + " MB in all; send it in parts");
  }
}
