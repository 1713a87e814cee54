package org.rapport.knowledge.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** Reads plain text, whose headings show only by how they stand. */
final class PlainTextReader implements FormatReader {
  @Override
  public void read(Path file, Blocks blocks, Deadline deadline) throws IOException {
    String text = Decoding.of(file);
    if (text.length() > UploadLimits.MOST_CHARACTERS) {
      throw Blocks.tooMuchText();
    }
    List<String> lines = text.lines().map(Text::line).toList();
    PlainHeadings headings = new PlainHeadings(lines);
    Flow flow = new Flow(blocks);
    for (int i = 0; i < lines.size(); i++) {
      OptionalInt level = headings.level(i);
      if (level.isPresent()) {
        flow.end();
        blocks.heading(level.getAsInt(), headings.words(i));
      } else if (lines.get(i).isEmpty() || headings.isRule(i)) {
        flow.end();
      } else {
        flow.line(lines.get(i));
      }
    }
    flow.end();
  }
}
