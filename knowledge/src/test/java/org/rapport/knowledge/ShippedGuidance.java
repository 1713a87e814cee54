package org.rapport.knowledge;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.ShippedContent;

/** The shipped guidance, read and indexed once for all tests of this module. */
public final class ShippedGuidance {
  private static final Content CONTENT = ShippedContent.read();
  private static final Knowledge KNOWLEDGE = open();

  private ShippedGuidance() {}

  /** The content as written. */
  public static Content content() {
    return CONTENT;
  }

  /** The index of it; belongs to all tests, so it is never closed or changed. */
  public static Knowledge knowledge() {
    return KNOWLEDGE;
  }

  private static Knowledge open() {
    // Kept between runs: what did not change is not embedded again.
    Knowledge knowledge = Knowledge.open(Path.of("target", "shipped-index"));
    // Tests run in several processes at once.
    try (FileChannel file =
            FileChannel.open(Path.of("target", "shipped-index.lock"), CREATE, WRITE);
        FileLock _ = file.lock()) {
      knowledge.reindex(CONTENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return knowledge;
  }
}
