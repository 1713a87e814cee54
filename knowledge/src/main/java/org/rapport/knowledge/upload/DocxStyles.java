package org.rapport.knowledge.upload;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a Word file's paragraph styles mean. Word writes the built-in names in English whatever its
 * language; other programs write them in their own.
 */
final class DocxStyles {
  private static final Pattern HEADING =
      Pattern.compile("(?:heading|überschrift|titre|título|titolo|kop|rubrik|pennawd) ?([1-9])");
  private static final Pattern CONTENTS = Pattern.compile("toc \\d|toc heading|table of figures");

  /** The level by which Word says that a paragraph is no heading (ECMA-376 part 1, 17.3.1.20). */
  private static final int BODY_TEXT = 9;

  private final Map<String, Style> styles = new HashMap<>();

  private static final class Style {
    private String name = "";
    private String basedOn = "";
    private OptionalInt outline = OptionalInt.empty();
    private boolean item;
  }

  /** Reads the styles part. */
  void read(XMLStreamReader xml) throws XMLStreamException {
    Style style = new Style();
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamReader.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "style" -> {
          style = new Style();
          styles.put(Xml.attribute(xml, "styleId"), style);
        }
        case "name" -> style.name = Xml.attribute(xml, "val").toLowerCase(Locale.ROOT);
        case "basedOn" -> style.basedOn = Xml.attribute(xml, "val");
        case "numId" -> style.item = !Xml.attribute(xml, "val").equals("0");
        case "outlineLvl" -> style.outline = level(Xml.attribute(xml, "val"));
        default -> {} // how it looks
      }
    }
  }

  /** The level from 1 of headings in a style; empty if it is no heading's. */
  OptionalInt heading(String styleId) {
    Set<String> seen = new HashSet<>();
    Style style = styles.get(styleId);
    while (style != null && seen.add(style.name)) {
      if (style.outline.isPresent()) {
        return heading(style.outline.getAsInt());
      }
      Matcher heading = HEADING.matcher(style.name);
      if (heading.matches()) {
        return OptionalInt.of(Integer.parseInt(heading.group(1)));
      }
      style = styles.get(style.basedOn);
    }
    return OptionalInt.empty();
  }

  boolean isTitle(String styleId) {
    return name(styleId).equals("title");
  }

  /** Whether its paragraphs are items of a list. */
  boolean isItem(String styleId) {
    Style style = styles.get(styleId);
    return style != null && style.item;
  }

  /** Whether it is of a table of contents, which repeats the headings. */
  boolean isContents(String styleId) {
    return CONTENTS.matcher(name(styleId)).matches();
  }

  private String name(String styleId) {
    Style style = styles.get(styleId);
    return style == null ? "" : style.name;
  }

  /** The level from 1 that an outline level from 0 means; empty for body text. */
  static OptionalInt heading(int outline) {
    return outline < BODY_TEXT ? OptionalInt.of(outline + 1) : OptionalInt.empty();
  }

  /** An outline level as written, from 0; empty if it is none. */
  static OptionalInt level(String written) {
    return written.matches("\\d") ? OptionalInt.of(written.charAt(0) - '0') : OptionalInt.empty();
  }
}
