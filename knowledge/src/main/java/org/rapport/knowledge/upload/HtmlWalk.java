package org.rapport.knowledge.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** Goes through a page as a reader does: headings, paragraphs, lists and tables in their order. */
final class HtmlWalk {
  private static final Set<String> NOT_FOR_READERS =
      Set.of(
          "nav",
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "head",
          "title",
          "button",
          "select",
          "input",
          "textarea",
          "dialog",
          "datalist",
          "link",
          "meta");
  private static final Set<String> NOT_READABLE =
      Set.of("iframe", "object", "embed", "video", "audio", "canvas", "frame", "applet", "math");
  private static final Set<String> FURNITURE_ROLES =
      Set.of("navigation", "banner", "contentinfo", "search", "menu", "dialog", "alertdialog");
  private static final Pattern HIDDEN =
      Pattern.compile("(display\\s*:\\s*none|visibility\\s*:\\s*hidden)");
  private static final int LONGEST_ADDRESS = 200;

  private final Blocks blocks;
  private final StringBuilder words = new StringBuilder();
  private int boldLength;

  HtmlWalk(Blocks blocks) {
    this.blocks = blocks;
  }

  void walk(Element body) {
    children(body);
    paragraph();
  }

  private void children(Element parent) {
    blocks.checkTime();
    for (Node child : parent.childNodes()) {
      if (child instanceof TextNode text) {
        words.append(text.getWholeText().replace('\n', ' '));
      } else if (child instanceof Element element && isForReaders(element)) {
        element(element);
      }
    }
  }

  private void element(Element element) {
    switch (element.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element);
      case "ul", "ol", "menu" -> list(element);
      case "table" -> table(element);
      case "pre" -> {
        paragraph();
        blocks.words(element.wholeText());
      }
      case "img" -> words.append(picture(element));
      case "br" -> words.append('\n');
      case "hr" -> paragraph();
      case "a" -> {
        children(element);
        words.append(address(element));
      }
      case "b", "strong" -> {
        int before = words.length();
        children(element);
        boldLength += words.substring(Math.min(before, words.length())).strip().length();
      }
      default -> {
        if (element.isBlock()) {
          paragraph();
          children(element);
          paragraph();
        } else {
          children(element);
        }
      }
    }
  }

  private void heading(Element heading) {
    paragraph();
    blocks.heading(heading.normalName().charAt(1) - '0', inline(heading));
  }

  private void paragraph() {
    String text = words.toString().strip();
    boolean bold = !text.isEmpty() && boldLength >= text.length();
    words.setLength(0);
    boldLength = 0;
    if (bold) {
      blocks.bold(text);
    } else {
      blocks.words(text);
    }
  }

  private void list(Element list) {
    paragraph();
    if (list.selectFirst("h1,h2,h3,h4,h5,h6,table") != null) {
      // Cards and steps laid out as a list.
      list.children().stream().filter(this::isForReaders).forEach(this::asBlock);
      return;
    }
    StringBuilder lines = new StringBuilder();
    items(list, "", lines);
    blocks.words(lines.toString());
  }

  private void asBlock(Element element) {
    children(element);
    paragraph();
  }

  private void items(Element list, String indent, StringBuilder lines) {
    boolean numbered = list.nameIs("ol");
    int number = 1;
    for (Node child : list.childNodes()) {
      if (child instanceof TextNode text && !text.isBlank()) {
        lines.append(indent).append(Text.line(text.text())).append('\n');
      } else if (child instanceof Element inner && isList(inner) && isForReaders(inner)) {
        items(inner, "  ", lines);
      } else if (child instanceof Element item && isForReaders(item)) {
        lines.append(indent).append(numbered ? number++ + ". " : "- ");
        item(item, lines);
      }
    }
  }

  private void item(Element item, StringBuilder lines) {
    List<Element> inner = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    line(item, line, inner);
    lines.append(Text.line(line.toString())).append('\n');
    inner.forEach(list -> items(list, "  ", lines));
  }

  private void table(Element table) {
    paragraph();
    Elements rows = table.select("tr");
    boolean layout =
        table.selectFirst("h1,h2,h3,h4,h5,h6,table table") != null
            || rows.stream().allMatch(row -> row.childrenSize() <= 1);
    if (layout) {
      table.select("> caption, > * > tr > *, > tr > *").stream()
          .filter(this::isForReaders)
          .forEach(this::asBlock);
      return;
    }
    Elements caption = table.select("> caption");
    blocks.words(caption.text());
    Table cells = new Table();
    for (Element row : rows) {
      if (isForReaders(row)) {
        cells.row();
        row.children().stream()
            .filter(this::isForReaders)
            .forEach(cell -> cells.cell(inline(cell)));
      }
    }
    Element first = rows.first();
    if (first != null && first.children().stream().allMatch(cell -> cell.nameIs("th"))) {
      cells.headed();
    }
    cells.give(blocks);
  }

  /** The words of an element as one line. */
  private String inline(Element element) {
    StringBuilder line = new StringBuilder();
    List<Element> lists = new ArrayList<>();
    line(element, line, lists);
    lists.forEach(list -> line.append(' ').append(inline(list)));
    return Text.line(line.toString());
  }

  private void line(Element element, StringBuilder line, List<Element> lists) {
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        line.append(text.getWholeText());
      } else if (child instanceof Element inner && isForReaders(inner)) {
        if (isList(inner)) {
          lists.add(inner);
        } else {
          inLine(inner, line, lists);
        }
      }
    }
  }

  private void inLine(Element element, StringBuilder line, List<Element> lists) {
    boolean apart = element.isBlock() || element.nameIs("br");
    line.append(apart ? " " : "");
    line.append(element.nameIs("img") ? picture(element) : "");
    line(element, line, lists);
    line.append(element.nameIs("a") ? address(element) : "").append(apart ? " " : "");
  }

  private static boolean isList(Element element) {
    return element.nameIs("ul") || element.nameIs("ol");
  }

  private String picture(Element picture) {
    String description = picture.attr("alt");
    if (!picture.hasAttr("alt")) {
      blocks.unread("a picture without a description");
    }
    return description.isBlank() ? "" : " [Picture: " + Text.line(description) + "] ";
  }

  private static String address(Element link) {
    String address = link.attr("href").strip();
    boolean worthReading =
        address.matches("(?i)https?://\\S+")
            && address.length() <= LONGEST_ADDRESS
            && !address.equals(link.text());
    return worthReading ? " (" + address + ")" : "";
  }

  private boolean isForReaders(Element element) {
    String name = element.normalName();
    if (NOT_READABLE.contains(name)) {
      blocks.unread("embedded content (" + name + ")");
      return false;
    }
    return !NOT_FOR_READERS.contains(name) && !isFurniture(element) && !isHidden(element);
  }

  /** A page's own header and footer are; those of an article belong to it. */
  private static boolean isFurniture(Element element) {
    if (FURNITURE_ROLES.contains(element.attr("role"))) {
      return true;
    }
    return (element.nameIs("header") || element.nameIs("footer"))
        && element.closest("article, main") == null;
  }

  private static boolean isHidden(Element element) {
    return element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || HIDDEN.matcher(element.attr("style")).find();
  }
}
