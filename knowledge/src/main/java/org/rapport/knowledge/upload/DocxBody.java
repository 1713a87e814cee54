package org.rapport.knowledge.upload;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes through the body of a Word file (ECMA-376 part 1, 17.2 to 17.4). */
final class DocxBody {
  private static final int DEEPEST = 200;
  private static final String PICTURE = "a picture without a description";

  private final DocxStyles styles;
  private final Map<String, String> notes;
  private final Blocks blocks;

  /** Text boxes put a paragraph inside another. */
  private final Deque<DocxParagraph> paragraphs = new ArrayDeque<>();

  /** Tables in the cells of tables. */
  private final Deque<DocxTable> tables = new ArrayDeque<>();

  private String description = "";
  private boolean decorative;

  DocxBody(DocxStyles styles, Map<String, String> notes, Blocks blocks) {
    this.styles = styles;
    this.notes = notes;
    this.blocks = blocks;
  }

  void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamReader.START_ELEMENT -> start(xml);
        case XMLStreamReader.END_ELEMENT -> end(xml.getLocalName());
        default -> {} // text outside of runs is layout
      }
    }
  }

  private void start(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "p" -> open();
      case "tbl" -> openTable();
      case "del", "moveFrom", "Fallback", "instrText", "delText" -> Xml.skip(xml);
      case "tr", "tblHeader" -> row(xml);
      case "docPr" -> describe(Xml.attribute(xml, "descr"));
      case "decorative" -> decorative = Xml.isOn(xml);
      case "graphicData" -> graphic(Xml.attribute(xml, "uri"));
      case "imagedata" -> blocks.unread(PICTURE);
      case "altChunk" -> blocks.unread("another file put in here");
      case "object" -> {
        blocks.unread("an embedded object");
        Xml.skip(xml);
      }
      default -> {
        DocxParagraph paragraph = paragraphs.peek();
        if (paragraph != null) {
          inParagraph(xml, paragraph);
        }
      }
    }
  }

  private void inParagraph(XMLStreamReader xml, DocxParagraph paragraph) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "pStyle" -> paragraph.style(Xml.attribute(xml, "val"));
      case "outlineLvl" -> paragraph.outline(Xml.attribute(xml, "val"));
      case "numId" -> paragraph.item(!Xml.attribute(xml, "val").equals("0"));
      case "r" -> paragraph.run();
      case "b" -> paragraph.bold(Xml.isOn(xml));
      case "vanish" -> paragraph.hidden(Xml.isOn(xml));
      case "t" -> paragraph.append(Xml.text(xml));
      case "tab" -> paragraph.append(" ");
      case "noBreakHyphen" -> paragraph.append("-");
      case "br", "cr" -> paragraph.append("\n");
      case "footnoteReference", "endnoteReference" -> {
        String kind = xml.getLocalName().replace("Reference", "");
        String note = notes.getOrDefault(kind + Xml.attribute(xml, "id"), "");
        paragraph.append(note.isEmpty() ? "" : " (note: " + note + ")");
      }
      default -> {} // how it looks
    }
    paragraph.refuseIfEndless();
  }

  private void end(String name) {
    switch (name) {
      case "p" -> close();
      case "tbl" -> closeTable();
      case "tc" -> {
        if (!tables.isEmpty()) {
          tables.element().endCell();
        }
      }
      default -> {} // all others are taken at their start
    }
  }

  private void open() {
    refuseIfDeep(paragraphs.size());
    paragraphs.push(new DocxParagraph());
  }

  private void close() {
    DocxParagraph paragraph = paragraphs.poll();
    if (paragraph == null) {
      return;
    }
    if (!tables.isEmpty()) {
      tables.element().add(paragraph);
    } else {
      paragraph.give(styles, blocks);
    }
  }

  private void openTable() {
    refuseIfDeep(tables.size());
    tables.push(new DocxTable());
  }

  private void closeTable() {
    DocxTable table = tables.poll();
    if (table == null) {
      return;
    }
    if (tables.isEmpty()) {
      table.give(styles, blocks);
    } else {
      tables.element().add(table);
    }
  }

  private void row(XMLStreamReader xml) {
    if (tables.isEmpty()) {
      return;
    }
    if (xml.getLocalName().equals("tr")) {
      tables.element().row();
    } else if (Xml.isOn(xml)) {
      tables.element().headed();
    }
  }

  private void describe(String words) {
    description = words;
    decorative = false;
  }

  private void graphic(String uri) {
    if (uri.endsWith("/chart") || uri.endsWith("/chartex")) {
      blocks.unread("a chart");
    } else if (uri.endsWith("/diagram")) {
      blocks.unread("a diagram");
    } else if (uri.endsWith("/picture") && !decorative) {
      picture();
    }
  }

  private void picture() {
    DocxParagraph paragraph = paragraphs.peek();
    if (description.isBlank() || paragraph == null) {
      blocks.unread(PICTURE);
    } else {
      paragraph.append(" [Picture: " + description + "] ");
    }
  }

  private static void refuseIfDeep(int depth) {
    if (depth > DEEPEST) {
      throw new Refusal("is nested too deeply: save it in a simpler format and send that");
    }
  }
}
