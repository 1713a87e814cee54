package org.rapport.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.People;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;

/** Documents of an organisation, taken in and out by a command. */
class UploadCommandTest {
  @TempDir Path home;

  @Test
  void aDocumentIsTakenInListedAndTakenOut() throws IOException {
    Path content = SmallContent.in(home.resolve("content"));
    run("reindex", "--content", content.toString());
    Path policy =
        Files.writeString(
            home.resolve("policy.txt"),
            "Building works\n\nRing Ama in the estates office before anything about building works"
                + " goes out, and she signs it off within one working day, weekends aside.\n");
    Path broken = Files.writeString(home.resolve("broken.docx"), "no document");

    assertThat(run("upload", policy.toString()).err()).contains("There is no organisation yet");
    String first = organisation("T1");
    CommandRun mixed = run("upload", policy.toString(), broken.toString());

    assertThat(mixed.code()).isEqualTo(1);
    assertThat(mixed.out()).contains("policy.txt: 1 sections", "Generation 1 is live");
    assertThat(mixed.err()).contains("broken.docx").contains("Not every file was taken");
    assertThat(run("upload").out()).isEqualToIgnoringNewLines("policy.txt");
    assertThat(run("generations", "--organisation", first).out()).contains("1 live", "upload");

    String second = organisation("T2");
    assertThat(run("upload").err()).hasLineCount(1).contains("--organisation", first, second);
    assertThat(run("upload", "--organisation", second).out()).isEmpty();
    assertThat(run("upload", "--organisation", first, "--remove", "policy.txt").out())
        .contains("Generation 2 is live");
    assertThat(run("upload", "--organisation", first).out()).isEmpty();
    assertThat(run("rollback", "1", "--organisation", first).out()).contains("1 is live");
    assertThat(run("upload", "--organisation", first).out()).contains("policy.txt");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    CommandRun run = run("upload", home.resolve("absent.pdf").toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).contains("absent.pdf");
  }

  /** The organisation of somebody who asked from a Slack workspace. */
  private String organisation(String workspace) {
    try (Store store =
        Store.open(new DataFolder(home.resolve("data")), java.util.Optional.empty())) {
      return new People(store, InstantSource.system())
          .organisation(new Address(Address.Kind.SLACK, workspace, "U1"))
          .orElseThrow();
    }
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(home, arguments);
  }
}
