package org.rapport.knowledge.bench;

import java.nio.file.Path;
import org.rapport.knowledge.Draft;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.ask.Indexing;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.ShippedContent;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.index.Edition;

/** Builds an index of some size, in a process of its own: it takes more memory than the product. */
final class BuildIndex {
  private BuildIndex() {}

  /**
   * Builds it where none is yet.
   *
   * @param arguments the folder of all indexes and how many sections
   */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    int sections = Integer.parseInt(arguments[1]);
    Content content = ShippedContent.read();
    try (Knowledge real = Knowledge.open(folder.resolve("real"))) {
      real.reindex(content);
      build(
          folder.resolve(Integer.toString(sections)),
          sections,
          Indexing.edition(content),
          real.vectors(Knowledge.EVERYBODY));
    }
  }

  private static void build(Path folder, int sections, Edition real, KnownVectors vectors) {
    Copies copies = new Copies(real.entries(), vectors);
    Edition edition = copies.edition(sections, real.rules());
    long start = System.nanoTime();
    try (Knowledge knowledge = Knowledge.open(folder);
        Draft draft =
            knowledge.draft(
                Knowledge.EVERYBODY,
                1,
                edition,
                copies,
                (done, total) -> told(done, total, start))) {
      draft.goLive();
    }
    told(sections, sections, start);
  }

  private static void told(int done, int total, long start) {
    System.err.printf(
        "\r%,d of %,d sections written, %d s",
        done, total, (System.nanoTime() - start) / 1_000_000_000);
  }
}
