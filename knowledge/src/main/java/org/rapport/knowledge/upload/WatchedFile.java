package org.rapport.knowledge.upload;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A file that can no longer be read when time is up, however its parser loops. */
final class WatchedFile implements RandomAccessRead {
  private final RandomAccessReadBufferedFile file;
  private final Deadline deadline;

  WatchedFile(Path file, Deadline deadline) throws IOException {
    this.file = new RandomAccessReadBufferedFile(file);
    this.deadline = deadline;
  }

  @Override
  public int read() throws IOException {
    return file.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    deadline.check();
    return file.read(buffer, offset, length);
  }

  @Override
  public void seek(long position) throws IOException {
    deadline.check();
    file.seek(position);
  }

  @Override
  public long getPosition() throws IOException {
    return file.getPosition();
  }

  @Override
  public long length() throws IOException {
    return file.length();
  }

  @Override
  public boolean isEOF() throws IOException {
    return file.isEOF();
  }

  @Override
  public RandomAccessReadView createView(long start, long length) {
    return new RandomAccessReadView(this, start, length);
  }

  @Override
  public boolean isClosed() {
    return file.isClosed();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
