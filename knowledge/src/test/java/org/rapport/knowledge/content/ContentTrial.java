package org.rapport.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rapport.knowledge.Work;
import org.rapport.knowledge.ask.Indexing;
import org.rapport.knowledge.reading.Problem;

/** A folder of content with any bytes in its files; it must end in content or in problems. */
@SuppressWarnings("EnumOrdinal") // The order of kinds is the order of files in a seed.
final class ContentTrial {
  private final Path root;

  /** A file of each kind that content has. */
  enum Kind {
    GUIDANCE(
        "guidance/posting/thanks.md",
        """
        ---
        title: Thanks
        owner: Editors
        review-by: 2027-05-31
        ---

        ## How do I thank staff?
        ```yaml
        id: thank-staff
        questions:
          - thank you post
          - "praise my team"
          - say well done
        facts: [F-1.01, F-1.02]
        positions: [any]
        stages: [1, 2]
        owner: Somebody
        ```

        Say what they **did**, and [why](https://example.org/) it
        mattered.

        ### How
        1. Name the team.
        2. Say what *changed*
           for patients.

        ### Watch out
        - Ask before you name a person.

        ### Example post
        > Thank you, {team}.
        >
        > You did it.
        """),
    FACTS(
        "facts/01.tsv",
        """
        id\ttag\tkind\twords\tsource\tpublisher\taddress\tdate
        F-1.01\tsource\tbackground\tStaff like thanks.\tA | B\tC | D\thttps://a.example | https://b.example\t2025 | no date
        F-1.02\tverify\tadvice\tBe kind.\t\t\t\t
        """),
    BOUNDARY(
        "boundaries/clinical.yaml",
        """
        reason: clinical
        say: "I cannot give clinical advice."
        go-to:
          - Emergency, call 999
        facts: [F-1.01]
        examples:
          - what dose of paracetamol
          - 'is this rash measles'
        look-alikes: [should i post about measles]
        """),
    ACRONYMS("language/acronyms.txt", "# a\nFTSU = freedom to speak up\nIG = one | another\n"),
    SYNONYMS("language/synonyms.txt", "# b\npost, tweet, skeet\n\nx, twitter\n");

    private final String path;
    private final String good;

    Kind(String path, String good) {
      this.path = path;
      this.good = good;
    }

    byte[] good() {
      return good.getBytes(StandardCharsets.UTF_8);
    }
  }

  ContentTrial() {
    try {
      root = Files.createTempDirectory("content-trial");
      for (Kind kind : Kind.values()) {
        Files.createDirectories(root.resolve(kind.path).getParent());
        write(kind, kind.good());
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** What comes of bytes in the place of a good file; empty if they are refused. */
  Optional<Content> of(Kind kind, byte[] bytes) {
    write(kind, bytes);
    try {
      return read();
    } finally {
      write(kind, kind.good());
    }
  }

  /** What comes of a folder of these files, one of each kind in their order; the rest is empty. */
  Optional<Content> of(List<byte[]> files) {
    for (Kind kind : Kind.values()) {
      write(kind, kind.ordinal() < files.size() ? files.get(kind.ordinal()) : new byte[0]);
    }
    return read();
  }

  private Optional<Content> read() {
    try {
      Content content = Work.bounded(() -> ContentReader.read(root));
      assertThat(Indexing.edition(content).digest()).isNotEmpty();
      return Optional.of(content);
    } catch (ContentRefused refused) {
      assertThat(refused.problems()).isNotEmpty();
      for (Problem problem : refused.problems()) {
        assertThat(problem.toString()).hasLineCount(1).hasSizeLessThan(1_000);
        assertThat(problem.message()).isNotBlank();
      }
      assertThat(refused.toString()).hasLineCount(refused.problems().size());
      return Optional.empty();
    }
  }

  private void write(Kind kind, byte[] bytes) {
    try {
      Files.write(root.resolve(kind.path), bytes);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** Deletes the folder. */
  void clear() throws IOException {
    try (var walk = Files.walk(root)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
