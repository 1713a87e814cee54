package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.GivenFile;
import org.rapport.bot.channel.GivenFile.Fetched;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.Admins;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Roles;
import org.rapport.bot.release.Uploads;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;
import org.rapport.knowledge.index.Generations;

/** Files that somebody gives, up to where they are taken in. */
class DocumentsTest {
  private static final Address CHIEF = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF");
  private static final Address STRANGER = new Address(Address.Kind.SLACK, "T0OTHER", "U0CHIEF");

  @TempDir Path folder;

  private final List<Path> fetchedInto = new ArrayList<>();
  private Store store;

  @BeforeEach
  void open() {
    store = TestDatabase.SQLITE.fresh(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void onlyAnAdminsFilesAreFetched() {
    Message told = documents().take(STRANGER, List.of(file("a.md", Fetched.WHOLE)));

    assertThat(told.summary()).isEqualTo("Only an admin can give me documents");
    assertThat(words(told)).contains("the comms team", "Nobody here is an admin yet");
    assertThat(fetchedInto).isEmpty();
  }

  @Test
  void whoIsRefusedIsToldWhoCanGrant() {
    Address colleague = new Address(Address.Kind.SLACK, "T0TRUST", "U0COLLEAGUE");

    Message told = documents().take(colleague, List.of(file("a.md", Fetched.WHOLE)));

    assertThat(words(told)).contains("Who can give you a role", CHIEF.user());
  }

  @Test
  void whyAFileIsNotThereIsToldBesideItsName() {
    Message told =
        documents()
            .take(
                CHIEF,
                List.of(
                    file("large.pdf", Fetched.TOO_LARGE),
                    file("locked.pdf", Fetched.FORBIDDEN),
                    file("lost.pdf", Fetched.FAILED)));

    assertThat(words(told))
        .contains("could not take in any")
        .containsSubsequence("large.pdf", "up to 20 MB", "locked.pdf", "scope files:read")
        .containsSubsequence("lost.pdf", "could not fetch");
  }

  @Test
  void aFileThatIsAnnouncedAsTooLargeIsNotFetched() {
    GivenFile announced = given("large.pdf", OptionalLong.of(20_000_001), into -> Fetched.WHOLE);

    assertThat(words(documents().take(CHIEF, List.of(announced)))).contains("up to 20 MB");
    assertThat(fetchedInto).isEmpty();
  }

  @Test
  void filesBeyondTheTenthAreLeftOut() {
    List<GivenFile> eleven =
        IntStream.rangeClosed(1, 11).mapToObj(i -> file(i + ".pdf", Fetched.FAILED)).toList();

    String told = words(documents().take(CHIEF, eleven));

    assertThat(told).contains("10 files at a time", "10.pdf").doesNotContain("11.pdf");
    assertThat(fetchedInto).hasSize(10);
  }

  @Test
  void theirFolderIsForItsOwnerAloneAndGoesWhateverHappens() {
    List<String> rights = new ArrayList<>();
    GivenFile whole =
        given(
            "a.md",
            OptionalLong.empty(),
            into -> {
              write(into);
              rights.add(rightsAround(into));
              return Fetched.WHOLE;
            });
    GivenFile faulty =
        given(
            "b.md",
            OptionalLong.empty(),
            into -> {
              throw new IllegalStateException("a fault");
            });

    Documents documents = documents();
    assertThatThrownBy(() -> documents.take(CHIEF, List.of(whole, faulty))).hasMessage("a fault");
    assertThatThrownBy(() -> documents.take(CHIEF, List.of(whole))).hasMessage("opened");

    assertThat(rights).containsOnly("rwx------");
    assertThat(fetchedInto)
        .hasSize(3)
        .allSatisfy(into -> assertThat(into.resolveSibling("")).doesNotExist());
  }

  @Test
  void anotherReleaseIsToldAndTheFileIsAskedForAgain() {
    Supplier<Uploads> busy =
        () -> {
          throw new Generations.Busy();
        };

    Message told = documents(busy).take(CHIEF, List.of(file("a.md", Fetched.WHOLE)));

    assertThat(words(told)).contains("taking in something else");
  }

  private Documents documents() {
    return documents(() -> {
      throw new IllegalStateException("opened");
    });
  }

  private Documents documents(Supplier<Uploads> uploads) {
    return new Documents(
        new Roles(
            store,
            new Admins(Set.of(CHIEF)),
            new Audit(store, InstantSource.system()),
            InstantSource.system()),
        new People(store, InstantSource.system()),
        uploads,
        new Wording(Map.of("contact", "the comms team", "days", "90")));
  }

  private GivenFile file(String name, Fetched fetched) {
    return given(name, OptionalLong.empty(), into -> fetched);
  }

  private GivenFile given(String name, OptionalLong size, Function<Path, Fetched> fetching) {
    return new GivenFile() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public OptionalLong size() {
        return size;
      }

      @Override
      public Fetched fetch(Path into, long mostBytes) {
        fetchedInto.add(into);
        return fetching.apply(into);
      }
    };
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "Words");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String rightsAround(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file.resolveSibling("")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String words(Message message) {
    return message.blocks().toString();
  }
}
