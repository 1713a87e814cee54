package org.rapport.knowledge.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Writes Word files paragraph by paragraph. */
final class WordWriter {
  private final XWPFDocument document = new XWPFDocument();

  XWPFDocument document() {
    return document;
  }

  /** Defines a paragraph style. */
  WordWriter style(String id, String name, String basedOn) {
    CTStyle style = CTStyle.Factory.newInstance();
    style.setStyleId(id);
    style.setType(STStyleType.PARAGRAPH);
    style.addNewName().setVal(name);
    if (!basedOn.isEmpty()) {
      style.addNewBasedOn().setVal(basedOn);
    }
    document.createStyles().addStyle(new XWPFStyle(style));
    return this;
  }

  WordWriter headingStyles() {
    return style("Heading1", "heading 1", "").style("Heading2", "heading 2", "");
  }

  WordWriter styled(String style, String words) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(style);
    paragraph.createRun().setText(words);
    return this;
  }

  /** Sets the title in the file's properties. */
  WordWriter titled(String title) {
    document.getProperties().getCoreProperties().setTitle(title);
    return this;
  }

  WordWriter paragraph(String words) {
    document.createParagraph().createRun().setText(words);
    return this;
  }

  WordWriter bold(String words) {
    var run = document.createParagraph().createRun();
    run.setBold(true);
    run.setText(words);
    return this;
  }

  WordWriter item(String words) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setNumID(BigInteger.ONE);
    paragraph.createRun().setText(words);
    return this;
  }

  /** Adds a table, its first row marked as a header if asked. */
  WordWriter table(boolean headed, String[]... rows) {
    XWPFTable table = document.createTable(rows.length, rows[0].length);
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].length; column++) {
        table.getRow(row).getCell(column).setText(rows[row][column]);
      }
    }
    table.getRow(0).setRepeatHeader(headed);
    return this;
  }

  byte[] write() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XWPFDocument closing = document) {
      closing.write(bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return bytes.toByteArray();
  }
}
