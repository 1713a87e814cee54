package org.rapport.knowledge.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads one uploaded file of any kind, or says in one line why not. It never throws for what is in
 * a file, never waits longer than its patience, and fetches nothing.
 */
public final class DocumentReader {
  /** 300 pages take some 5 seconds on one core; a busy small machine may take six times that. */
  public static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final Duration patience;
  private final Semaphore free = new Semaphore(UploadLimits.MOST_AT_ONCE, true);

  /**
   * @param clock the time by which a reading ends itself
   * @param patience how long a file may take, and how long it may wait for others before it
   */
  public DocumentReader(InstantSource clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
  }

  /** Reads a file. Whoever calls waits, at most twice the patience. */
  public Reading read(UploadedFile file) {
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return refused(file, "has to wait for other files: send it again later");
      }
      return watched(file);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return refused(file, "was not read because Rapport is stopping: send it again later");
    }
  }

  /** The file's own thread gives the place free, so that one that hangs does not pile up others. */
  private Reading watched(UploadedFile file) throws InterruptedException {
    FutureTask<Reading> task = new FutureTask<>(() -> bounded(file));
    Thread.ofPlatform()
        .daemon()
        .name("upload-reader")
        .start(() -> {
          try {
            task.run();
          } finally {
            free.release();
          }
        });
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooLong) {
      task.cancel(true);
      return refused(file, Deadline.missed(patience).line());
    } catch (ExecutionException failed) {
      throw new IllegalStateException("Reading a file ended in an error", failed.getCause());
    }
  }

  private Reading bounded(UploadedFile file) {
    try {
      return read(file, new Deadline(clock, patience));
    } catch (Refusal refusal) {
      return refused(file, refusal.line());
    } catch (IOException | RuntimeException broken) {
      // A parser that trips over what is in a file says nothing that its sender could use.
      return refused(file, Refusal.damaged("file of its kind").line());
    } catch (StackOverflowError nested) {
      return refused(file, "is nested too deeply: save it in a simpler format and send that");
    } catch (OutOfMemoryError tooBig) {
      return refused(file, "takes too much memory to read: send it in smaller files");
    }
  }

  /**
   * Reads a file in the caller's thread, with no watch over memory and what never ends.
   *
   * @throws Refusal if it is refused
   * @throws IOException or what its parser throws, if it is broken
   */
  static Reading.Read read(UploadedFile file, Deadline deadline) throws IOException {
    if (Files.size(file.content()) > UploadLimits.MOST_BYTES) {
      throw new Refusal(
          "is too big: expected at most "
              + UploadLimits.MOST_BYTES / 1_000_000
              + " MB; send it in parts or without pictures");
    }
    Blocks blocks = new Blocks(deadline);
    Kind kind = Recognition.of(file.name(), file.content());
    reader(kind).read(file.content(), blocks, deadline);
    String title = blocks.title().isEmpty() ? file.plainName() : blocks.title();
    List<UploadedSection> sections = Sectioning.of(title, blocks.blocks());
    if (sections.isEmpty()) {
      throw nothingIn(blocks);
    }
    return new Reading.Read(title, sections, blocks.unread());
  }

  private static FormatReader reader(Kind kind) {
    return switch (kind) {
      case MARKDOWN -> new MarkdownReader();
      case HTML -> new HtmlReader();
      case PDF -> new PdfReader();
      case DOCX -> new DocxReader();
      case TEXT -> new PlainTextReader();
    };
  }

  private static Refusal nothingIn(Blocks blocks) {
    List<Unread> unread = blocks.unread();
    return new Refusal(
        "has no words that can be read"
            + (unread.isEmpty() ? "" : " (" + unread.getFirst() + ")")
            + ": send it as text, not as pictures");
  }

  private static Reading refused(UploadedFile file, String line) {
    return new Reading.Refused(file.name() + " " + line);
  }
}
