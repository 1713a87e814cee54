package org.rapport.knowledge.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML read as a stream, with no document types and so no entities, internal or external. */
final class Xml {
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final XMLInputFactory FACTORY = factory();

  private Xml() {}

  /**
   * Opens a part. It is in UTF-8 or UTF-16 (ECMA-376 part 2, 8.1.4); bytes that are not are read as
   * U+FFFD, where the parser's own decoding would write to the console.
   */
  static XMLStreamReader open(InputStream bytes) throws IOException, XMLStreamException {
    BufferedInputStream start = new BufferedInputStream(bytes);
    start.mark(UTF_8_MARK.length);
    byte[] mark = start.readNBytes(UTF_8_MARK.length);
    if (!Arrays.equals(mark, UTF_8_MARK)) {
      start.reset();
    }
    boolean wide = mark.length > 1 && (mark[0] & mark[1] & 0xFE) == 0xFE; // FEFF or FFFE
    Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    return FACTORY.createXMLStreamReader(new InputStreamReader(start, charset));
  }

  /** Goes past the end of the element whose start was just read. */
  static void skip(XMLStreamReader xml) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  /** An attribute's value by its name without prefix; empty if it is not there. */
  static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /**
   * The text up to the end of the element whose start was just read.
   *
   * @throws Refusal if it alone is more than a file may have
   */
  static String text(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        skip(xml);
      } else if (xml.hasText()) {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      }
      if (text.length() > UploadLimits.MOST_CHARACTERS) {
        throw Blocks.tooMuchText();
      }
    }
    return text.toString();
  }

  /** Whether a property element such as {@code <w:b/>} says yes (ECMA-376 part 1, 17.17.4). */
  static boolean isOn(XMLStreamReader xml) {
    return switch (attribute(xml, "val")) {
      case "0", "false", "off", "none" -> false;
      default -> true;
    };
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("Nothing outside the file is read");
    });
    return factory;
  }
}
