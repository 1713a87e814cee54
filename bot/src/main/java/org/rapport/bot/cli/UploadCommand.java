package org.rapport.bot.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.release.Release;
import org.rapport.bot.release.Uploads;
import org.rapport.knowledge.ask.Intake;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.upload.UploadedFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "upload",
    description = {
      "Takes in an organisation's own documents, which only its people find:",
      "Markdown, HTML, PDF, DOCX or plain text. One of the same name is replaced.",
      "Without a file, lists those that there are."
    },
    mixinStandardHelpOptions = true)
final class UploadCommand implements Callable<Integer> {
  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The documents.")
  private List<Path> files = List.of();

  @Option(
      names = "--organisation",
      paramLabel = "ID",
      description = "Whose they are; not needed while there is only one.")
  private @Nullable String organisation;

  @Option(names = "--remove", paramLabel = "NAME", description = "Take this document out.")
  private List<String> removed = List.of();

  @Option(names = "--force", description = "Go live whatever golden questions are lost.")
  private boolean force;

  UploadCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    files.stream()
        .filter(file -> !Files.isRegularFile(file))
        .findFirst()
        .ifPresent(absent -> {
          throw new Refusal("There is no file " + absent);
        });
    if (!files.isEmpty() && !removed.isEmpty()) {
      throw new Refusal("--remove takes documents out: expected no files beside it");
    }
    try (OpenReleases open = OpenReleases.of(settings.get().read())) {
      String owner = OneOrganisation.among(open.organisations(), organisation).id();
      Uploads uploads = open.uploads();
      if (!removed.isEmpty()) {
        remove(uploads, owner);
      } else if (files.isEmpty()) {
        uploads.documents(owner).forEach(terminal.out()::println);
      } else {
        take(uploads, owner);
      }
    }
    return 0;
  }

  private void remove(Uploads uploads, String owner) {
    print(uploads.remove(owner, Set.copyOf(removed), force, OpenReleases.actor(), progress()));
  }

  private void take(Uploads uploads, String owner) {
    List<UploadedFile> uploaded =
        files.stream()
            .map(file -> new UploadedFile(String.valueOf(file.getFileName()), file))
            .toList();
    Uploads.Upload upload = uploads.take(owner, uploaded, force, OpenReleases.actor(), progress());
    upload.files().forEach(this::print);
    upload.release().ifPresent(this::print);
    Optional<Intake.Taken> refused =
        upload.files().stream().filter(file -> file instanceof Intake.Refused).findFirst();
    if (refused.isPresent()) {
      throw new Refusal("Not every file was taken; each line above says why");
    }
  }

  private void print(Intake.Taken file) {
    switch (file) {
      case Intake.Read read -> {
        terminal.out().println(read.document() + ": " + read.entries().size() + " sections");
        read.unread()
            .forEach(unread -> terminal.out().println(read.document() + ": not read, " + unread));
      }
      case Intake.Refused refused -> refused.reasons().forEach(terminal.err()::println);
    }
  }

  private void print(Release release) {
    ReleaseText.of(release).forEach(terminal.out()::println);
    ReleaseText.refusal(release)
        .ifPresent(line -> {
          throw new Refusal(line);
        });
  }

  private Progress progress() {
    return new ProgressLines(terminal.err(), InstantSource.system());
  }
}
