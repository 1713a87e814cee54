package org.rapport.knowledge.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.knowledge.upload.Prose.ENOUGH;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is not read is refused in one line that says what was expected. */
class RefusalTest {
  private static final String EXPECTED =
      "expected Markdown (.md), HTML (.html), PDF (.pdf), Word (.docx) or plain text (.txt)";

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of(""));

  @BeforeEach
  void openDesk() {
    desk = new Desk(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "89504E470D0A1A0A, a PNG picture",
    "FFD8FFE000104A46, a JPEG picture",
    "4D5A900003000000, a Windows program",
    "7F454C4602010100, a Linux program",
    "7B5C727466315C61, an RTF document",
    "1F8B080000000000, a gzip archive",
  })
  void aFileOfAnotherKindIsCalledByItsKindWhateverItsName(String head, String kind) {
    byte[] bytes = java.util.HexFormat.of().parseHex(head);

    assertThat(desk.refusal("policy.pdf", bytes))
        .isEqualTo("policy.pdf is " + kind + ": " + EXPECTED);
  }

  @ParameterizedTest
  @CsvSource({
    "WordDocument, a document of Word 97-2003 (.doc)",
    "Workbook, a spreadsheet (.xls)",
    "PowerPoint Document, a presentation (.ppt)",
  })
  void aFileOfOldOfficeIsCalledByItsKind(String stream, String kind) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      files.createDocument(new java.io.ByteArrayInputStream(new byte[5_000]), stream);
      files.writeFilesystem(bytes);
    }

    assertThat(desk.refusal("old.doc", bytes.toByteArray()))
        .isEqualTo("old.doc is " + kind + ": save it as .docx and upload that");
  }

  @ParameterizedTest
  @CsvSource({
    "mimetype, application/vnd.oasis.opendocument.text, an OpenDocument file (.odt and its kin)",
    "mimetype, application/epub+zip, an e-book (.epub)",
    "[Content_Types].xml, spreadsheetml., an Excel workbook (.xlsx)",
    "[Content_Types].xml, presentationml., a PowerPoint presentation (.pptx)",
    "META-INF/MANIFEST.MF, Manifest-Version, a Java program",
    "a.txt, text, a zip archive",
  })
  void aPackedFileOfAnotherKindIsCalledByItsKind(String part, String text, String kind) {
    assertThat(desk.refusal("a.docx", Zip.empty().with(part, text).pack()))
        .isEqualTo("a.docx is " + kind + ": " + EXPECTED);
  }

  @Test
  void aNameMustFitTheContent() {
    assertThat(desk.refusal("notes.pdf", ENOUGH))
        .isEqualTo(
            "notes.pdf is named as PDF, but holds plain text: give it the ending of what it is, or"
                + " save it again");
    assertThat(desk.refusal("notes.csv", ENOUGH))
        .isEqualTo("notes.csv has an ending that is not known: " + EXPECTED);
  }

  @Test
  void binaryDataOfNoKnownKindIsRefused() {
    byte[] bytes = new byte[1_000];

    assertThat(desk.refusal("a.txt", bytes))
        .isEqualTo("a.txt is not text, and of no kind that is known: " + EXPECTED);
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(desk.refusal("a.txt", "")).isEqualTo("a.txt is empty: send it again");
    assertThat(desk.refusal("a.txt", " \n \n"))
        .isEqualTo("a.txt has no words that can be read: send it as text, not as pictures");
  }

  @Test
  void aMissingFileIsRefused() {
    Reading reading =
        new DocumentReader(InstantSource.system(), Duration.ofSeconds(10))
            .read(new UploadedFile("a.txt", folder.resolve("nowhere")));

    assertThat(reading).isInstanceOf(Reading.Refused.class);
  }

  @Test
  void aFileOf200MegabytesIsRefusedUnread() throws IOException {
    Path big = folder.resolve("big");
    try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
      file.setLength(200_000_000);
    }

    Reading reading =
        new DocumentReader(InstantSource.system(), Duration.ofSeconds(10))
            .read(new UploadedFile("big.pdf", big));

    assertThat(reading)
        .isEqualTo(
            new Reading.Refused(
                "big.pdf is too big: expected at most 20 MB; send it in parts or without"
                    + " pictures"));
  }

  @Test
  void tooMuchTextIsRefused() {
    assertThat(desk.refusal("long.txt", "word ".repeat(UploadLimits.MOST_CHARACTERS / 5 + 1)))
        .isEqualTo(
            "long.txt has too much text: expected at most 2,000,000 characters; send it in parts");
  }

  @Test
  void tooManyTagsAreRefused() {
    assertThat(desk.refusal("tags.html", "<html>" + "<p>".repeat(UploadLimits.MOST_TAGS)))
        .isEqualTo("tags.html has too many tags: expected at most 200,000; send the text alone");
  }

  @Test
  void aReadingEndsItselfWhenItsTimeIsUp() {
    AtomicLong seconds = new AtomicLong();
    InstantSource slow = () -> Instant.ofEpochSecond(seconds.getAndAdd(20));
    Desk hasty = new Desk(folder, new DocumentReader(slow, Duration.ofSeconds(30)));

    assertThat(hasty.refusal("a.txt", "A heading\n\n" + ENOUGH + "\n\nAnother\n\n" + ENOUGH))
        .isEqualTo(
            "a.txt takes too long to read: expected at most 30 seconds; send it in smaller files or"
                + " in a simpler format");
  }

  @Test
  void aReadingThatDoesNotEndIsGivenUp() {
    InstantSource stuck =
        () -> {
          java.util.concurrent.locks.LockSupport.parkNanos(Long.MAX_VALUE);
          return Instant.EPOCH;
        };
    Desk hasty = new Desk(folder, new DocumentReader(stuck, Duration.ofMillis(1)));

    assertThat(hasty.refusal("a.txt", ENOUGH)).startsWith("a.txt takes too long to read");
  }

  @Test
  void aNameFromOutsideCannotSpoilTheLine() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "", StandardCharsets.UTF_8);
    DocumentReader reader = new DocumentReader(InstantSource.system(), Duration.ofSeconds(10));

    assertThat(reader.read(new UploadedFile("../../etc/a\nb\u202E.txt", file)))
        .isEqualTo(new Reading.Refused("a b.txt is empty: send it again"));
    assertThat(reader.read(new UploadedFile("x".repeat(5_000) + ".txt", file)).toString())
        .hasSizeLessThan(200);
  }
}
