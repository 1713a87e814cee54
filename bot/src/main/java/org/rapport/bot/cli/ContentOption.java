package org.rapport.bot.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.release.Released;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.ContentReader;
import org.rapport.knowledge.content.ContentRefused;
import org.rapport.knowledge.content.ShippedContent;
import org.rapport.knowledge.evaluate.GoldenQuestion;
import org.rapport.knowledge.evaluate.GoldenSets;
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

  /** Where that comes from. */
  Released.Origin origin() {
    return folder == null ? Released.Origin.SHIPPED : Released.Origin.FOLDER;
  }

  /** The golden questions of the content, or of Rapport if it has none, that it could answer. */
  List<GoldenQuestion> golden(Content content) {
    List<GoldenQuestion> own = folder == null ? List.of() : GoldenSets.in(folder);
    return GoldenSets.answerable(own.isEmpty() ? GoldenSets.shipped() : own, content);
  }
}
