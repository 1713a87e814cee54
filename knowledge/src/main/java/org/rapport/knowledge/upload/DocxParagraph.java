package org.rapport.knowledge.upload;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A paragraph of a Word file while it is read. */
final class DocxParagraph {
  private final StringBuilder words = new StringBuilder();
  private String style = "";
  private OptionalInt outline = OptionalInt.empty();
  private @Nullable Boolean item;
  private boolean runBold;
  private boolean runHidden;
  private boolean allBold = true;

  void style(String id) {
    style = id;
  }

  void outline(String written) {
    outline = DocxStyles.level(written);
  }

  void item(boolean on) {
    item = on;
  }

  void run() {
    runBold = false;
    runHidden = false;
  }

  void bold(boolean on) {
    runBold = on;
  }

  void hidden(boolean on) {
    runHidden = on;
  }

  void append(String text) {
    if (!runHidden) {
      words.append(text);
      allBold &= runBold || text.isBlank();
    }
  }

  /** Ends the reading if this one paragraph is as long as a file may be. */
  void refuseIfEndless() {
    if (words.length() > UploadLimits.MOST_CHARACTERS) {
      throw Blocks.tooMuchText();
    }
  }

  String words() {
    return words.toString().strip();
  }

  /** Gives its words to {@code blocks} as what its style says that they are. */
  void give(DocxStyles styles, Blocks blocks) {
    OptionalInt heading =
        outline.isPresent() ? DocxStyles.heading(outline.getAsInt()) : styles.heading(style);
    if (styles.isContents(style)) {
      return;
    }
    if (styles.isTitle(style) && blocks.title().isEmpty()) {
      blocks.title(words());
    } else if (styles.isTitle(style)) {
      blocks.heading(1, words());
    } else if (heading.isPresent()) {
      blocks.heading(heading.getAsInt(), words());
    } else if (isItem(styles)) {
      blocks.item(words());
    } else if (allBold) {
      blocks.bold(words());
    } else {
      blocks.words(words());
    }
  }

  boolean isItem(DocxStyles styles) {
    return item != null ? item : styles.isItem(style);
  }
}
