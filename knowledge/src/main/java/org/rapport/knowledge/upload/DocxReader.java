package org.rapport.knowledge.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a Word file as a stream, so that its size in memory does not grow with its markup: a tree
 * of the 20 MB of XML that a file of 1 MB may hold would fill the heap.
 */
final class DocxReader implements FormatReader {
  @Override
  public void read(Path file, Blocks blocks, Deadline deadline) throws IOException {
    try (DocxPackage parts = DocxPackage.open(file, deadline)) {
      DocxStyles styles = new DocxStyles();
      read(parts.part("styles+xml"), styles::read);
      Map<String, String> notes = new HashMap<>();
      read(parts.part("footnotes+xml"), xml -> readNotes(xml, notes));
      read(parts.part("endnotes+xml"), xml -> readNotes(xml, notes));
      Optional<InputStream> document = parts.part(".main+xml");
      if (document.isEmpty()) {
        throw Refusal.damaged("Word document");
      }
      read(document, new DocxBody(styles, notes, blocks)::read);
      // After the body: a title on the page is truer than one that the template left behind.
      read(parts.part("core-properties+xml"), xml -> readTitle(xml, blocks));
    } catch (XMLStreamException broken) {
      throw Refusal.damaged("Word document");
    }
  }

  private interface Part {
    void read(XMLStreamReader xml) throws XMLStreamException;
  }

  private static void read(Optional<InputStream> part, Part reader)
      throws IOException, XMLStreamException {
    if (part.isPresent()) {
      try (InputStream bytes = part.get()) {
        reader.read(Xml.open(bytes));
      }
    }
  }

  private static void readTitle(XMLStreamReader xml, Blocks blocks) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("title")) {
        blocks.title(Xml.text(xml));
      }
    }
  }

  /** Reads foot- or endnotes into {@code notes}, by their kind and id. */
  private static void readNotes(XMLStreamReader xml, Map<String, String> notes)
      throws XMLStreamException {
    String id = "";
    StringBuilder words = new StringBuilder();
    int characters = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT && isNote(xml)) {
        id = xml.getLocalName() + Xml.attribute(xml, "id");
        words.setLength(0);
      } else if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("t")) {
        words.append(Xml.text(xml));
      } else if (event == XMLStreamReader.END_ELEMENT && isNote(xml)) {
        notes.put(id, Text.line(words.toString()));
        characters += words.length();
      }
      if (characters + words.length() > UploadLimits.MOST_CHARACTERS) {
        throw Blocks.tooMuchText();
      }
    }
  }

  private static boolean isNote(XMLStreamReader xml) {
    return xml.getLocalName().equals("footnote") || xml.getLocalName().equals("endnote");
  }
}
