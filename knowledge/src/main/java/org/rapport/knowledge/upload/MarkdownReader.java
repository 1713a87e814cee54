package org.rapport.knowledge.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Reads Markdown of any flavour, through the HTML that it stands for. */
final class MarkdownReader implements FormatReader {
  private static final int DEEPEST = 50;
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER =
      Parser.builder()
          .extensions(TABLES)
          .maxOpenBlockParsers(DEEPEST)
          .maxInlineNesting(DEEPEST)
          .build();
  private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(TABLES).build();

  @Override
  public void read(Path file, Blocks blocks, Deadline deadline) throws IOException {
    String text = Decoding.of(file);
    if (text.length() > UploadLimits.MOST_CHARACTERS) {
      throw Blocks.tooMuchText();
    }
    FrontMatter front = FrontMatter.of(text);
    blocks.title(front.title());
    deadline.check();
    HtmlReader.read(RENDERER.render(PARSER.parse(front.rest())), blocks);
  }
}
