package org.rapport.knowledge.upload;

import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads a web page as saved from a browser. */
final class HtmlReader implements FormatReader {
  @Override
  public void read(Path file, Blocks blocks, Deadline deadline) throws IOException {
    String html = Decoding.of(file);
    deadline.check();
    read(html, blocks);
  }

  static void read(String html, Blocks blocks) {
    if (html.chars().filter(c -> c == '<').count() > UploadLimits.MOST_TAGS) {
      throw new Refusal(
          "has too many tags: expected at most "
              + String.format("%,d", UploadLimits.MOST_TAGS)
              + "; send the text alone");
    }
    Document page = Jsoup.parse(html);
    blocks.title(page.title());
    new HtmlWalk(blocks).walk(page.body());
  }
}
