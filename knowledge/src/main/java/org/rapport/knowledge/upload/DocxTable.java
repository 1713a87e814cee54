package org.rapport.knowledge.upload;

import java.util.ArrayList;
import java.util.List;

/** A table of a Word file while it is read; a table of one column is only a box around text. */
final class DocxTable {
  private final Table table = new Table();
  private final List<DocxParagraph> all = new ArrayList<>();
  private final List<String> cell = new ArrayList<>();
  private int cells;

  void row() {
    count();
    table.row();
  }

  void headed() {
    table.headed();
  }

  /** Adds a paragraph to the cell. */
  void add(DocxParagraph paragraph) {
    count();
    all.add(paragraph);
    if (!paragraph.words().isEmpty()) {
      cell.add(paragraph.words());
    }
  }

  /** Adds the words of a table in the cell. */
  void add(DocxTable inner) {
    inner.all.forEach(this::add);
  }

  void endCell() {
    count();
    table.cell(String.join("; ", cell));
    cell.clear();
  }

  void give(DocxStyles styles, Blocks blocks) {
    if (table.columns() <= 1) {
      all.forEach(paragraph -> paragraph.give(styles, blocks));
    } else {
      table.give(blocks);
    }
  }

  private void count() {
    cells++;
    if (cells > UploadLimits.MOST_CELLS) {
      throw new Refusal(
          "has too big a table: expected at most "
              + String.format("%,d", UploadLimits.MOST_CELLS)
              + " cells; send it in parts");
    }
  }
}
