package org.rapport.bot.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.ContentReader;
import org.rapport.knowledge.content.ContentRefused;
import org.rapport.knowledge.content.ShippedContent;
import picocli.CommandLine.Option;

/** Which content a command reads. */
final class ContentOption {
  @Option(
      names = "--content",
      paramLabel = "DIR",
      description = "The content folder; what comes with Rapport unless given.")
  private @Nullable Path folder;

  /**
   * Reads the content.
   *
   * @throws ContentRefused if anything in it is wrong
   */
  Content read() {
    return folder == null ? ShippedContent.read() : ContentReader.read(folder);
  }
}
