package org.rapport.bot.message;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** One part of a message. A renderer handles each kind; there is no default. */
public sealed interface Block {

  /** The title of the message. */
  record Heading(String text) implements Block {}

  /** Running text. */
  record Paragraph(Text text) implements Block {}

  /** Steps to take in order, numbered from 1. */
  record Steps(String title, List<Text> items) implements Block {
    public Steps {
      items = List.copyOf(items);
    }
  }

  /** Points in no order. */
  record Bullets(String title, List<Text> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }
  }

  /** Words to adapt, such as an example post. */
  record Quote(String title, Text text) implements Block {}

  /** A line set apart: a caution or small print. */
  record Note(Tone tone, Text text) implements Block {}

  /** Where the answer comes from. */
  record Sources(List<Source> sources) implements Block {
    public Sources {
      sources = List.copyOf(sources);
    }
  }

  /** Buttons under a line of text. */
  record Choices(String title, List<Button> buttons) implements Block {
    public Choices {
      buttons = List.copyOf(buttons);
    }
  }

  /** How a note is meant. */
  enum Tone {
    /** Small print. */
    QUIET,
    /** Read this before acting. */
    CAUTION,
    /** Help that comes first. */
    URGENT
  }

  /**
   * One source of an answer.
   *
   * @param title title of the source
   * @param publisher who published it
   * @param date when, in the source's own form; empty if unknown
   * @param url its address, if it has one
   */
  record Source(String title, String publisher, String date, Optional<URI> url) {}

  /**
   * Something to press.
   *
   * @param label at most 75 characters are shown
   * @param action what it does
   */
  record Button(String label, Action action) {}
}
