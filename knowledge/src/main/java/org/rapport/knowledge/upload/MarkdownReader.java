package org.rapport.knowledge.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern FRONT_MATTER =
      Pattern.compile(
          "\\A---[ \\t]*\\R((?:.{0,1000}\\R){0,200}?)(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)");
  private static final Pattern TITLE =
      Pattern.compile("^title:[ \\t]*[\"']?(.*?)[\"']?[ \\t]*$", Pattern.MULTILINE);

  @Override
  public void read(Path file, Blocks blocks, Deadline deadline) throws IOException {
    String text = Decoding.of(file);
    if (text.length() > UploadLimits.MOST_CHARACTERS) {
      throw Blocks.tooMuchText();
    }
    Matcher front = FRONT_MATTER.matcher(text);
    if (front.find()) {
      Matcher title = TITLE.matcher(front.group(1));
      if (title.find()) {
        blocks.title(title.group(1));
      }
      text = text.substring(front.end());
    }
    deadline.check();
    HtmlReader.read(RENDERER.render(PARSER.parse(text)), blocks);
  }
}
