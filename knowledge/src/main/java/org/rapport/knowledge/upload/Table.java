package org.rapport.knowledge.upload;

import java.util.ArrayList;
import java.util.List;

/** A table while it is read; it becomes one line a row, which can be found and read by itself. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();
  private boolean headed;

  void row() {
    rows.add(new ArrayList<>());
  }

  /** Adds a cell to the last row. */
  void cell(String words) {
    if (rows.isEmpty()) {
      row();
    }
    rows.getLast().add(Text.line(words));
  }

  /** Says that the first row names the columns. */
  void headed() {
    headed = true;
  }

  int columns() {
    return rows.stream().mapToInt(List::size).max().orElse(0);
  }

  /** Gives its rows to {@code blocks}, or says there that it is too wide. */
  void give(Blocks blocks) {
    if (columns() > UploadLimits.MOST_COLUMNS) {
      blocks.unread(
          "a table of " + columns() + " columns; expected at most " + UploadLimits.MOST_COLUMNS);
    } else {
      blocks.words(lines());
    }
  }

  private String lines() {
    List<String> lines = new ArrayList<>();
    boolean named = headed && rows.size() > 1;
    for (List<String> row : named ? rows.subList(1, rows.size()) : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        String name = named && i < rows.getFirst().size() ? rows.getFirst().get(i) : "";
        if (!row.get(i).isEmpty()) {
          cells.add(name.isEmpty() ? row.get(i) : name + ": " + row.get(i));
        }
      }
      lines.add(String.join(named ? "; " : " | ", cells));
    }
    return String.join("\n", lines);
  }
}
