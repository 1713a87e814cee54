package org.rapport.bot.campaign;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The rows of a table in the form of RFC 4180, read one after another. */
final class CsvRows implements Iterator<CsvRows.Row> {
  private static final int LONGEST_ROW = 4000;
  private static final int MOST_CELLS = 50;

  private final String text;
  private int at;
  private int line = 1;

  CsvRows(String text) {
    // Spreadsheets begin a file with a mark of their own.
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /**
   * One row.
   *
   * @param line on which it begins, from 1
   * @param problem what is wrong with its form; empty if nothing is
   */
  record Row(int line, List<String> cells, String problem) {
    Row {
      cells = List.copyOf(cells);
    }

    boolean isBlank() {
      return cells.stream().allMatch(String::isBlank) && problem.isEmpty();
    }
  }

  @Override
  public boolean hasNext() {
    return at < text.length();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException("There is no row after line " + line);
    }
    int first = line;
    int from = at;
    List<String> cells = new ArrayList<>();
    String problem = "";
    boolean more = true;
    while (more) {
      StringBuilder cell = new StringBuilder();
      boolean closed = isQuote() ? quoted(cell) : plain(cell);
      if (!closed) {
        problem = "a quotation mark is missing or out of place";
        skipLine();
      }
      if (cells.size() < MOST_CELLS) {
        cells.add(cell.toString().strip());
      }
      more = at < text.length() && text.charAt(at) == ',';
      at += more ? 1 : 0;
    }
    endLine();
    return new Row(first, cells, at - from > LONGEST_ROW ? "it is too long" : problem);
  }

  private boolean isQuote() {
    return at < text.length() && text.charAt(at) == '"';
  }

  private boolean plain(StringBuilder cell) {
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      if (text.charAt(at) == '"') {
        return false;
      }
      cell.append(text.charAt(at++));
    }
    return true;
  }

  /** A cell between quotation marks; empty lines and long cells in it end the row. */
  private boolean quoted(StringBuilder cell) {
    at++;
    while (at < text.length() && cell.length() < LONGEST_ROW) {
      char next = text.charAt(at++);
      if (next == '\n') {
        line++;
      }
      if (next != '"') {
        cell.append(next);
      } else if (isQuote()) {
        cell.append('"');
        at++;
      } else {
        return at == text.length() || ",\r\n".indexOf(text.charAt(at)) >= 0;
      }
    }
    return false;
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private void endLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
  }
}
