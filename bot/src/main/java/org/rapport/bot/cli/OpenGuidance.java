package org.rapport.bot.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.release.PreparedVectors;
import org.rapport.bot.store.DataFolder;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.ContentReader;
import org.rapport.knowledge.content.ShippedContent;

/**
 * The guidance that a command works with: the live index, or one made for this command alone from a
 * content folder.
 */
final class OpenGuidance implements AutoCloseable {
  private final Knowledge knowledge;
  private final Optional<Path> temporary;

  private OpenGuidance(Knowledge knowledge, Optional<Path> temporary) {
    this.knowledge = knowledge;
    this.temporary = temporary;
  }

  /** Opens the index of the data folder, or of a content folder if one is named. */
  static OpenGuidance of(DataFolder data, @Nullable Path content, Terminal terminal) {
    if (content == null) {
      return live(data, terminal);
    }
    Content read = ContentReader.read(content);
    Path folder = temporaryFolder();
    OpenGuidance guidance = new OpenGuidance(Knowledge.open(folder), Optional.of(folder));
    guidance.knowledge.reindex(read, PreparedVectors.find());
    return guidance;
  }

  /** Opens the live index; the first time there is none, and the shipped content becomes it. */
  static OpenGuidance live(DataFolder data, Terminal terminal) {
    data.create();
    Knowledge knowledge = Knowledge.open(data.index());
    if (!knowledge.ready()) {
      terminal.err().println("Indexing the guidance that comes with Rapport...");
      knowledge.reindex(ShippedContent.read(), PreparedVectors.find());
    }
    return new OpenGuidance(knowledge, Optional.empty());
  }

  /** What answers, with its model loaded. */
  Knowledge knowledge() {
    knowledge.warmUp();
    return knowledge;
  }

  @Override
  public void close() {
    knowledge.close();
    temporary.ifPresent(OpenGuidance::delete);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("rapport-content");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a temporary folder", e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder, e);
    }
  }
}
