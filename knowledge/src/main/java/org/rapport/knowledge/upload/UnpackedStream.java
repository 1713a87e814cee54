package org.rapport.knowledge.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A part as it is unpacked; it ends the reading if there is too much of it, or if time is up. */
final class UnpackedStream extends FilterInputStream {
  private final long packed;
  private final Deadline deadline;
  private long unpacked;

  /**
   * @param packed bytes of the part as packed, by the package's own table
   */
  UnpackedStream(InputStream in, long packed, Deadline deadline) {
    super(in);
    this.packed = Math.max(1, packed);
    this.deadline = deadline;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) {
    deadline.check();
    unpacked += read;
    boolean packedTooWell =
        unpacked > UploadLimits.PACKING_FREE_BYTES && unpacked / packed > UploadLimits.MOST_PACKING;
    if (unpacked > UploadLimits.MOST_PART_BYTES || packedTooWell) {
      throw new Refusal(
          "unpacks to too much: expected at most "
              + UploadLimits.MOST_PART_BYTES / 1_000_000
              + " MB of text and formatting, packed at most "
              + UploadLimits.MOST_PACKING
              + " times; send it in parts");
    }
  }
}
