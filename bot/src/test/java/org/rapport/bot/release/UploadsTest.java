package org.rapport.bot.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rapport.bot.release.Kitchen.COOK;
import static org.rapport.bot.release.Kitchen.edition;
import static org.rapport.bot.release.Kitchen.golden;
import static org.rapport.bot.release.Kitchen.order;
import static org.rapport.knowledge.Knowledge.EVERYBODY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Question;
import org.rapport.knowledge.ask.Intake;
import org.rapport.knowledge.content.Fact;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.evaluate.GoldenQuestion;
import org.rapport.knowledge.upload.DocumentReader;
import org.rapport.knowledge.upload.UploadedFile;

/** An organisation's own documents: its people find them, and nobody else does. */
@ParameterizedClass
@EnumSource
class UploadsTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final String QUESTION = "who signs off a post about building works";
  private static final String POLICY =
      """
      # Our posting policy

      ## Who signs off a post about building works?

      Ring Ama in the estates office on the second floor before anything about building works
      goes out. She signs off every post about building works within one working day.

      - *Not* at weekends
      - Not [by mail](https://evil.example)
      """;

  private final TestDatabase database;

  @TempDir Path folder;

  private Store store;
  private ReplicaUnderTest here;

  UploadsTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.fresh(folder);
    here = new ReplicaUnderTest(store, folder.resolve("here"), () -> NOW);
    here.release(order(EVERYBODY, edition("tea", "Steep it.", "soup", "Stir it."), List.of()));
  }

  @AfterEach
  void close() {
    here.close();
    store.close();
  }

  @Test
  void aDocumentIsFoundByItsOrganisationAloneInItsOwnWords() throws IOException {
    take("acme", List.of(), file("policy.md", POLICY));

    Answer.Found found = ask("acme");
    assertThat(found.title()).isEqualTo("Who signs off a post about building works?");
    assertThat(found.shortAnswer())
        .startsWith("Ring Ama in the estates office")
        .contains("by mail (https://evil.example)")
        .doesNotContain("](", "*Not*");
    assertThat(found.cautions()).containsExactly(Answer.Caution.LOCAL);
    assertThat(found.citations())
        .singleElement()
        .satisfies(citation -> {
          assertThat(citation.source()).startsWith("policy, under");
          assertThat(citation.publisher()).isEqualTo("your organisation");
          assertThat(citation.date()).isEqualTo("2 Nov 2026");
        });
    for (String other : List.of(EVERYBODY, "other")) {
      assertThat(here.knowledge.ask(other, new Question(QUESTION)).passages())
          .noneMatch(passage -> passage.title().contains("building"));
    }
    assertThat(here.answer("acme", "tea")).isEqualTo("Steep it.");
  }

  @Test
  void oneOfTheSameNameIsReplacedAndOthersStay() throws IOException {
    take("acme", List.of(), file("policy.md", POLICY), file("rota.txt", rota("Ben")));
    take("acme", List.of(), file("rota.txt", rota("Carla")));

    assertThat(uploads(List.of()).documents("acme")).containsExactly("policy.md", "rota.txt");
    assertThat(ask("acme").shortAnswer()).startsWith("Ring Ama");
    assertThat(here.knowledge.ask("acme", new Question("who looks after the rota at weekends")))
        .isInstanceOfSatisfying(
            Answer.Found.class, found -> assertThat(found.shortAnswer()).contains("Carla"));
  }

  @Test
  void aDocumentCanBeTakenOutTheLastOneToo() throws IOException {
    take("acme", List.of(), file("policy.md", POLICY));

    uploads(List.of()).remove("acme", Set.of("policy.md"), false, COOK, Progress.UNHEARD);

    assertThat(uploads(List.of()).documents("acme")).isEmpty();
    assertThat(here.knowledge.ask("acme", new Question(QUESTION)).passages())
        .noneMatch(passage -> passage.title().contains("building"));
    assertThat(here.answer("acme", "tea")).isEqualTo("Steep it.");
    assertThatThrownBy(
            () -> uploads(List.of()).remove("acme", Set.of("x"), false, COOK, Progress.UNHEARD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing is uploaded");
  }

  @Test
  void aRebuildIsAnotherGenerationOfTheSame() throws IOException {
    assertThat(uploads(List.of()).rebuild("acme", COOK, Progress.UNHEARD)).isEmpty();
    take("acme", List.of(), file("policy.md", POLICY));

    Release release = uploads(List.of()).rebuild("acme", COOK, Progress.UNHEARD).orElseThrow();

    assertThat(release)
        .isInstanceOfSatisfying(
            Release.Live.class,
            live -> {
              assertThat(live.number()).isEqualTo(2);
              assertThat(live.difference().all()).isEmpty();
            });
    assertThat(ask("acme").shortAnswer()).startsWith("Ring Ama");
  }

  @Test
  void whatIsRefusedIsNamedAndLeavesTheOthersAlone() throws IOException {
    Uploads.Upload upload =
        take(
            "acme",
            List.of(),
            file("policy.md", POLICY),
            file("picture.pdf", "no pdf"),
            file("policy.md", POLICY));

    assertThat(upload.files())
        .extracting(Intake.Taken::document)
        .containsExactly("policy.md", "picture.pdf", "policy.md");
    assertThat(upload.files().get(1))
        .isInstanceOfSatisfying(
            Intake.Refused.class,
            refused -> assertThat(refused.reasons()).singleElement().asString().contains("PDF"));
    assertThat(upload.files().get(2)).isInstanceOf(Intake.Refused.class);
    assertThat(ask("acme").shortAnswer()).startsWith("Ring Ama");

    assertThat(take("acme", List.of(), file("empty.txt", "")).release()).isEmpty();
  }

  @Test
  void sectionsInTheFormOfRapportsGuidanceTakeThePlaceOfThoseWithTheirId() throws IOException {
    take("acme", List.of(), file("tea.md", guidance("Ask the canteen.", "F-1.tea")));

    assertThat(here.answer("acme", "tea")).isEqualTo("Ask the canteen.");
    assertThat(here.answer(EVERYBODY, "tea")).isEqualTo("Steep it.");

    Uploads.Upload broken =
        take("acme", List.of(), file("tea.md", guidance("Ask nobody.", "F-9.99")));
    assertThat(broken.files())
        .singleElement()
        .isInstanceOfSatisfying(
            Intake.Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .anyMatch(line -> line.contains("tea.md") && line.contains("F-9.99")));
    assertThat(here.answer("acme", "tea")).isEqualTo("Ask the canteen.");
  }

  @Test
  void documentsThatHideGuidanceAreRefusedUnlessForced() throws IOException {
    String hijack = guidance("Ask the canteen.", "F-1.soup");
    UploadedFile file = file("tea.md", hijack);

    assertThat(take("acme", golden("tea"), file).release())
        .hasValueSatisfying(release -> assertThat(release).isInstanceOf(Release.Refused.class));
    assertThat(here.answer("acme", "tea")).isEqualTo("Steep it.");

    uploads(golden("tea")).take("acme", List.of(file), true, COOK, Progress.UNHEARD);
    assertThat(here.answer("acme", "tea")).isEqualTo("Ask the canteen.");
  }

  private Uploads.Upload take(
      String organisation, List<GoldenQuestion> golden, UploadedFile... files) {
    return uploads(golden).take(organisation, List.of(files), false, COOK, Progress.UNHEARD);
  }

  private Uploads uploads(List<GoldenQuestion> golden) {
    Map<String, Fact> facts =
        Stream.of("F-1.tea", "F-1.soup")
            .collect(
                java.util.stream.Collectors.toMap(
                    id -> id,
                    id -> new Fact(id, Fact.Tag.VERIFY, Fact.Kind.ADVICE, "Cook.", List.of())));
    DocumentReader reader =
        new DocumentReader(InstantSource.system(), DocumentReader.USUAL_PATIENCE);
    return new Uploads(store, here.releases, new Intake(reader, facts), golden, () -> NOW);
  }

  private Answer.Found ask(String organisation) {
    return (Answer.Found) here.knowledge.ask(organisation, new Question(QUESTION));
  }

  private UploadedFile file(String name, String words) throws IOException {
    Path file = Files.createTempFile(folder, "upload", "");
    return new UploadedFile(name, Files.writeString(file, words));
  }

  private static String rota(String name) {
    return "The rota at weekends\n\n"
        + name
        + " looks after the rota at weekends, and answers every question about the rota of the"
        + " on-call team. Write to the rota desk before noon on Friday.\n";
  }

  private static String guidance(String answer, String fact) {
    return """
    ---
    title: Tea
    owner: Canteen
    review-by: 2027-05-31
    ---

    ## How do I make tea?

    ```yaml
    id: tea
    questions:
      - how do i make tea
      - making tea
      - a recipe for tea
    facts: [%s]
    positions: [any]
    stages: [0]
    ```

    %s

    ### How

    1. Wait.

    ### Watch out

    - It is hot.
    """
        .formatted(fact, answer);
  }
}
