package org.rapport.bot.release;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.store.Store;
import org.rapport.knowledge.ask.Intake;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.ShippedContent;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.evaluate.Gate;
import org.rapport.knowledge.evaluate.GoldenQuestion;
import org.rapport.knowledge.evaluate.GoldenSets;
import org.rapport.knowledge.index.Edition;
import org.rapport.knowledge.index.Entry;
import org.rapport.knowledge.index.Generations;
import org.rapport.knowledge.upload.DocumentReader;
import org.rapport.knowledge.upload.UploadedFile;

/** The documents that an organisation gives for its own people. */
public final class Uploads {
  private final Store store;
  private final Releases releases;
  private final Intake intake;
  private final List<GoldenQuestion> golden;
  private final InstantSource clock;

  /**
   * @param golden the questions that an upload is measured by, as its sections can hide others
   */
  public Uploads(
      Store store,
      Releases releases,
      Intake intake,
      List<GoldenQuestion> golden,
      InstantSource clock) {
    this.store = store;
    this.releases = releases;
    this.intake = intake;
    this.golden = List.copyOf(golden);
    this.clock = clock;
  }

  /** Measured by the golden questions that come with Rapport; reads its whole guidance. */
  public static Uploads besideShipped(Store store, Releases releases, InstantSource clock) {
    Content shipped = ShippedContent.read();
    return new Uploads(
        store,
        releases,
        new Intake(new DocumentReader(clock, DocumentReader.USUAL_PATIENCE), shipped.facts()),
        GoldenSets.answerable(GoldenSets.shipped(), shipped),
        clock);
  }

  /**
   * What came of an upload.
   *
   * @param files each file's part
   * @param release empty if nothing of the files could be taken
   */
  public record Upload(List<Intake.Taken> files, Optional<Release> release) {
    public Upload {
      files = List.copyOf(files);
    }
  }

  /**
   * Takes files in: each becomes a document, or replaces the one of the same name. Those that are
   * refused leave the others alone.
   *
   * @param organisation its id
   * @param force whether they go live whatever golden questions are lost
   * @throws Generations.Busy if a release is under way
   */
  public Upload take(
      String organisation, List<UploadedFile> files, boolean force, Actor by, Progress progress) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Intake.Taken> taken = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    Set<String> documents = new HashSet<>();
    for (UploadedFile file : files) {
      Intake.Taken each =
          documents.contains(file.name())
              ? new Intake.Refused(file.name(), List.of("Two files have the name " + file.name()))
              : intake.take(file, today);
      if (each instanceof Intake.Read read) {
        documents.add(read.document());
        entries.addAll(read.entries());
      }
      taken.add(each);
    }
    return new Upload(
        taken,
        documents.isEmpty()
            ? Optional.empty()
            : Optional.of(release(organisation, documents, entries, force, by, progress)));
  }

  /**
   * Takes documents out.
   *
   * @param documents names of files that were given
   * @throws IllegalArgumentException naming those that there are, if one is not there
   * @throws Generations.Busy if a release is under way
   */
  public Release remove(
      String organisation, Set<String> documents, boolean force, Actor by, Progress progress) {
    List<String> there = documents(organisation);
    if (!there.containsAll(documents)) {
      throw new IllegalArgumentException(
          "There is no such document; expected one of "
              + (there.isEmpty() ? "none: nothing is uploaded" : String.join(", ", there)));
    }
    return release(organisation, documents, List.of(), force, by, progress);
  }

  /**
   * Builds an organisation's documents anew from what was taken of them, as they are.
   *
   * @return empty if it has none
   * @throws Generations.Busy if a release is under way
   */
  public Optional<Release> rebuild(String organisation, Actor by, Progress progress) {
    return documents(organisation).isEmpty()
        ? Optional.empty()
        : Optional.of(release(organisation, Set.of(), List.of(), true, by, progress));
  }

  /** The names of an organisation's documents. */
  public List<String> documents(String organisation) {
    int live = store.read(handle -> ReleaseTables.liveNumber(handle, organisation)).orElse(0);
    return entries(organisation, live).stream().map(Entry::document).distinct().sorted().toList();
  }

  private Release release(
      String organisation,
      Set<String> replaced,
      List<Entry> added,
      boolean force,
      Actor by,
      Progress progress) {
    return releases.release(
        organisation,
        live -> {
          List<Entry> entries = new ArrayList<>(entries(organisation, live));
          Set<String> ids = added.stream().map(Entry::id).collect(Collectors.toSet());
          entries.removeIf(
              entry -> replaced.contains(entry.document()) || ids.contains(entry.id()));
          entries.addAll(added);
          Edition edition = new Edition(entries, "");
          return new Order(
              organisation, edition, Released.Origin.UPLOAD, golden, Gate.USUAL_MARGIN, force, by);
        },
        progress);
  }

  private List<Entry> entries(String organisation, int generation) {
    return store
        .read(handle -> ReleaseTables.edition(handle, organisation, generation))
        .map(Edition::entries)
        .orElse(List.of());
  }
}
