package org.rapport.knowledge.content;

import java.net.URI;
import java.util.List;

/**
 * One fact that guidance may rest on.
 *
 * @param id such as {@code F-1.13}; never changes meaning
 * @param tag how well it is founded
 * @param kind what sort of statement it is
 * @param words the fact
 * @param sources where it was seen; empty for {@link Tag#VERIFY}
 */
public record Fact(String id, Tag tag, Kind kind, String words, List<Origin> sources) {
  public Fact {
    sources = List.copyOf(sources);
  }

  /** How well a fact is founded. */
  public enum Tag {
    /** From the article on the NHS Employers guide, about 2013. */
    SEED,
    /** Seen in the page that is named. */
    SOURCE,
    /** General knowledge or practice wisdom: no source seen. */
    VERIFY
  }

  /** What sort of statement a fact is. */
  public enum Kind {
    LAW,
    FIGURE,
    DATE,
    LIMIT,
    NETWORK,
    ADVICE,
    BACKGROUND;

    /** Whether a reader should check such a statement where no source confirms it. */
    public boolean needsCheck() {
      return this != ADVICE && this != BACKGROUND;
    }
  }

  /**
   * A page that a fact was seen in.
   *
   * @param title its title
   * @param publisher who published it
   * @param date when, in its own form; "no date" if it has none
   * @param url its address
   */
  public record Origin(String title, String publisher, String date, URI url) {}
}
