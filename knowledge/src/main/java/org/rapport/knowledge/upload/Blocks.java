package org.rapport.knowledge.upload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes down what a format reader finds, in its order, clean and within the limits. */
final class Blocks {
  private static final int LONGEST_HEADING = 200;
  private static final int MOST_WORDS_PERHAPS = 12;

  private final Deadline deadline;
  private final List<Block> blocks = new ArrayList<>();
  private final Map<Unread, Integer> unread = new LinkedHashMap<>();
  private Place place = new Place.Start();
  private boolean paged;
  private String title = "";
  private int characters;
  private final List<String> items = new ArrayList<>();

  Blocks(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Says that what follows is on a page, from 1. */
  void page(int number) {
    deadline.check();
    endItems();
    paged = true;
    place = new Place.Page(number);
  }

  /** Ends the reading if its time is up. */
  void checkTime() {
    deadline.check();
  }

  /** The document's title; the first that has words stays. */
  void title(String words) {
    if (title.isEmpty()) {
      title = Text.start(Text.line(words), LONGEST_HEADING);
    }
  }

  void heading(int level, String words) {
    String heading = taken(Text.line(words));
    if (heading.length() > LONGEST_HEADING) {
      add(new Block.Words(heading, place));
    } else if (!heading.isEmpty()) {
      endItems();
      if (!paged) {
        place = new Place.Under(heading);
      }
      add(new Block.Heading(level, heading, place));
    }
  }

  /** A paragraph that is all bold: a heading if it is short and the document marks none. */
  void bold(String words) {
    String text = taken(Text.lines(words));
    if (text.isEmpty()) {
      return;
    }
    boolean heading =
        Text.words(text) <= MOST_WORDS_PERHAPS
            && text.length() <= LONGEST_HEADING
            && !text.contains("\n")
            && !text.matches(".*[.,;:]");
    add(heading ? new Block.Perhaps(text, place) : new Block.Words(text, place));
  }

  /** An item of a list; items that follow each other stay together. */
  void item(String words) {
    String text = taken(Text.line(words));
    if (!text.isEmpty()) {
      items.add("- " + text);
    }
  }

  /** A paragraph, or the lines of a list or table. */
  void words(String words) {
    String text = taken(Text.lines(words));
    if (!text.isEmpty()) {
      add(new Block.Words(text, place));
    }
  }

  /** Something here that cannot be read. */
  void unread(String reason) {
    unread(place, reason);
  }

  void unread(Place where, String reason) {
    deadline.check();
    unread.merge(
        new Unread(where, Text.start(Text.line(reason), LONGEST_HEADING)), 1, Integer::sum);
  }

  /** The document's title; empty if it has none. */
  String title() {
    return title;
  }

  List<Block> blocks() {
    endItems();
    return blocks;
  }

  /** What cannot be read, the same thing at the same place once with its count. */
  List<Unread> unread() {
    return unread.entrySet().stream()
        .map(entry -> counted(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Unread counted(Unread once, int times) {
    return times == 1 ? once : new Unread(once.where(), once.reason() + " (" + times + " times)");
  }

  private void add(Block block) {
    endItems();
    blocks.add(block);
    if (blocks.size() > UploadLimits.MOST_BLOCKS) {
      throw new Refusal(
          "has too many paragraphs: expected at most "
              + String.format("%,d", UploadLimits.MOST_BLOCKS)
              + "; send it in parts");
    }
  }

  private void endItems() {
    if (!items.isEmpty()) {
      blocks.add(new Block.Words(String.join("\n", items), place));
      items.clear();
    }
  }

  private String taken(String text) {
    deadline.check();
    characters += text.length();
    if (characters > UploadLimits.MOST_CHARACTERS) {
      throw tooMuchText();
    }
    return text;
  }

  static Refusal tooMuchText() {
    return new Refusal(
        "has too much text: expected at most "
            + String.format("%,d", UploadLimits.MOST_CHARACTERS)
            + " characters; send it in parts");
  }
}
