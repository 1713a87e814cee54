package org.rapport.knowledge.upload;

import java.util.ArrayList;
import java.util.List;

/** Cuts a document at its headings, joins what is too short and parts what is too long. */
final class Sectioning {
  private final String documentTitle;
  private final boolean marked;
  private final List<Block.Heading> open = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();

  private Sectioning(String documentTitle, List<Block> blocks) {
    this.documentTitle = documentTitle;
    this.marked = blocks.stream().anyMatch(Block.Heading.class::isInstance);
  }

  /**
   * Makes sections of a document.
   *
   * @throws Refusal if there are more than {@link UploadLimits#MOST_SECTIONS}
   */
  static List<UploadedSection> of(String documentTitle, List<Block> blocks) {
    Sectioning sectioning = new Sectioning(documentTitle, blocks);
    blocks.forEach(sectioning::take);
    List<UploadedSection> sections = new ArrayList<>();
    for (Draft draft : joined(sectioning.drafts)) {
      sections.addAll(draft.sections());
      if (sections.size() > UploadLimits.MOST_SECTIONS) {
        throw new Refusal(
            "has too many sections: expected at most "
                + String.format("%,d", UploadLimits.MOST_SECTIONS)
                + "; send it in parts");
      }
    }
    return sections;
  }

  private void take(Block block) {
    switch (block) {
      case Block.Heading heading -> open(heading);
      case Block.Perhaps perhaps when marked -> words(perhaps.text(), perhaps.place());
      case Block.Perhaps perhaps -> open(new Block.Heading(1, perhaps.text(), under(perhaps)));
      case Block.Words words -> words(words.text(), words.place());
    }
  }

  private static Place under(Block.Perhaps perhaps) {
    return perhaps.place() instanceof Place.Start
        ? new Place.Under(perhaps.text())
        : perhaps.place();
  }

  private void open(Block.Heading heading) {
    open.removeIf(outer -> outer.level() >= heading.level());
    open.add(heading);
    drafts.add(new Draft(heading.text(), path(), heading.place()));
  }

  private void words(String text, Place place) {
    if (drafts.isEmpty()) {
      drafts.add(new Draft(documentTitle, List.of(), place));
    }
    drafts.getLast().paragraphs.add(text);
  }

  private List<String> path() {
    return open.stream().map(Block.Heading::text).toList();
  }

  private static List<Draft> joined(List<Draft> drafts) {
    List<Draft> joined = new ArrayList<>();
    List<Draft> waiting = new ArrayList<>();
    for (Draft draft : drafts) {
      if (draft.paragraphs.isEmpty()) {
        continue;
      }
      waiting.forEach(draft::precede);
      waiting.clear();
      if (draft.words() < UploadLimits.FEWEST_WORDS) {
        waiting.add(draft);
      } else {
        joined.add(draft);
      }
    }
    for (Draft last : waiting) {
      if (joined.isEmpty()) {
        joined.add(last);
      } else {
        joined.getLast().follow(last);
      }
    }
    return joined;
  }

  /** A section while it is put together. */
  private static final class Draft {
    private final String title;
    private final List<String> path;
    private final Place place;
    private final List<String> paragraphs = new ArrayList<>();

    Draft(String title, List<String> path, Place place) {
      this.title = title;
      this.path = path;
      this.place = place;
    }

    int words() {
      return paragraphs.stream().mapToInt(Text::words).sum();
    }

    void precede(Draft tiny) {
      paragraphs.addAll(0, tiny.withTitle());
    }

    void follow(Draft tiny) {
      paragraphs.addAll(tiny.withTitle());
    }

    private List<String> withTitle() {
      List<String> all = new ArrayList<>(paragraphs);
      if (!path.isEmpty()) {
        all.addFirst(title);
      }
      return all;
    }

    List<UploadedSection> sections() {
      List<String> bodies = Parts.of(paragraphs, UploadLimits.MOST_WORDS);
      List<UploadedSection> sections = new ArrayList<>();
      for (int part = 1; part <= bodies.size(); part++) {
        sections.add(new UploadedSection(title, path, part, bodies.get(part - 1), place));
      }
      return sections;
    }
  }
}
