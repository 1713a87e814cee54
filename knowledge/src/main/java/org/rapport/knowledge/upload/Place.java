package org.rapport.knowledge.upload;

/** Where in a file something stands, for people to find it again. */
public sealed interface Place {
  /**
   * On a page.
   *
   * @param number from 1
   */
  record Page(int number) implements Place {
    @Override
    public String toString() {
      return "page " + number;
    }
  }

  /**
   * Under a heading, in a file that has no pages.
   *
   * @param heading its words
   */
  record Under(String heading) implements Place {
    @Override
    public String toString() {
      return "under “" + heading + "”";
    }
  }

  /** Before the first heading, in a file that has no pages. */
  record Start() implements Place {
    @Override
    public String toString() {
      return "at the start";
    }
  }

  /** Not in one place: something about the whole file. */
  record Everywhere() implements Place {
    @Override
    public String toString() {
      return "in the whole file";
    }
  }
}
