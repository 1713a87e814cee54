package org.rapport.knowledge.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapport.knowledge.index.Entry;

/** An uploaded section is found under an id that stays while its words change. */
class UploadedSectionsTest {
  @Test
  void anEntryHasTheSectionsWordsAndWhatIsStored() {
    Entry entry = entries("policy.pdf", section("Who may post?", 1, "Staff.")).getFirst();

    assertThat(entry.title()).isEqualTo("Who may post?");
    assertThat(entry.body()).isEqualTo("Staff.");
    assertThat(entry.questions()).isEmpty();
    assertThat(entry.facts()).isEmpty();
    assertThat(entry.id()).matches("who-may-post-[0-9a-f]{16}");
    assertThat(entry.stored()).isEqualTo("{\"id\":\"" + entry.id() + "\",\"part\":1}");
  }

  @Test
  void anIdStaysWhenWordsChangeAndDiffersByDocumentHeadingsAndPart() {
    UploadedSection section = section("Café – who?", 1, "Staff.");
    String id = entries("policy.pdf", section).getFirst().id();

    assertThat(entries("policy.pdf", section("Café – who?", 1, "All.")).getFirst().id())
        .isEqualTo(id)
        .startsWith("cafe-who-");
    assertThat(entries("other.pdf", section).getFirst().id()).isNotEqualTo(id);
    assertThat(entries("policy.pdf", section, section("Café – who?", 2, "More.")))
        .extracting(Entry::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void sectionsUnderEqualHeadingsHaveTheirOwnIds() {
    UploadedSection section = section("事", 1, "Staff.");

    assertThat(entries("policy.pdf", section, section))
        .extracting(Entry::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.startsWith("section-"));
  }

  private static List<Entry> entries(String document, UploadedSection... sections) {
    return UploadedSections.entries(
        document,
        List.of(sections),
        (id, section) -> "{\"id\":\"" + id + "\",\"part\":" + section.part() + "}");
  }

  private static UploadedSection section(String title, int part, String body) {
    return new UploadedSection(title, List.of("Posting", title), part, body, new Place.Page(1));
  }
}
