package org.rapport.knowledge.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.knowledge.upload.Desk.body;
import static org.rapport.knowledge.upload.Desk.paths;
import static org.rapport.knowledge.upload.Desk.titles;
import static org.rapport.knowledge.upload.Desk.unread;
import static org.rapport.knowledge.upload.Prose.ENOUGH;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PDF's headings are found again, and what cannot be read on its pages is named. */
class PdfReadingTest {
  @TempDir Path folder;
  private Desk desk = new Desk(Path.of(""));

  @BeforeEach
  void openDesk() {
    desk = new Desk(folder);
  }

  @Test
  void linesLargerThanTheTextAreHeadings() {
    byte[] pdf =
        new PdfPrinter()
            .title("Social media policy")
            .paragraph(ENOUGH)
            .heading("Who may post")
            .paragraph("Only staff. " + ENOUGH)
            .heading("What to do when it goes wrong and people are cross with you online")
            .paragraph("Stay calm. " + ENOUGH)
            .print();

    Reading.Read reading = desk.read("policy.pdf", pdf);

    assertThat(paths(reading))
        .containsExactly(
            "Social media policy",
            "Social media policy > Who may post",
            "Social media policy > What to do when it goes wrong and people are cross with you"
                + " online");
    assertThat(body(reading, "Who may post")).isEqualTo("Only staff. " + ENOUGH);
    assertThat(reading.unread()).isEmpty();
  }

  @Test
  void boldLinesThatStandApartAreHeadingsInAFileOfOneSize() {
    byte[] pdf =
        new PdfPrinter()
            .paragraph(Prose.sentences(8))
            .boldLine("Before you post")
            .paragraph(ENOUGH)
            .boldLine("After you posted")
            .paragraph(ENOUGH)
            .print();

    Reading.Read reading = desk.read("two_steps.pdf", pdf);

    assertThat(titles(reading)).containsExactly("two steps", "Before you post", "After you posted");
  }

  @Test
  void bookmarksGoBeforeLooks() {
    byte[] pdf =
        new PdfPrinter()
            .bookmark("1 Aims")
            .paragraph("Aims")
            .paragraph(ENOUGH)
            .page()
            .bookmark("Scope")
            .paragraph("2. Scope")
            .paragraph("All staff. " + ENOUGH)
            .bookmark("Only a bookmark")
            .print();

    Reading.Read reading = desk.read("aims.pdf", pdf);

    assertThat(titles(reading)).containsExactly("1 Aims", "Scope");
    assertThat(body(reading, "Scope")).isEqualTo("All staff. " + ENOUGH);
    assertThat(reading.sections())
        .extracting(UploadedSection::place)
        .containsExactly(new Place.Page(1), new Place.Page(2));
  }

  @Test
  void aSectionTellsThePageItBeginsOn() {
    byte[] pdf =
        new PdfPrinter()
            .heading("First")
            .paragraph(Prose.sentences(20))
            .page()
            .heading("Second")
            .paragraph(Prose.sentences(20))
            .print();

    assertThat(desk.read("pages.pdf", pdf).sections())
        .extracting(UploadedSection::place)
        .containsExactly(new Place.Page(1), new Place.Page(2));
  }

  @Test
  void aParagraphThatRunsOverThePageStaysWhole() {
    byte[] pdf =
        new PdfPrinter()
            .paragraph("Ask before you name a person in a post and tell them")
            .page()
            .paragraph(
                "what it is for, because they may have reasons that nobody at work knows of.")
            .print();

    assertThat(desk.read("a.pdf", pdf).sections().getFirst().body())
        .isEqualTo(
            "Ask before you name a person in a post and tell them what it is for, because they may"
                + " have reasons that nobody at work knows of.");
  }

  @Test
  void runningHeadersAndPageNumbersAreNoText() {
    PdfPrinter printer = new PdfPrinter();
    for (int page = 1; page <= 4; page++) {
      if (page > 1) {
        printer.page();
      }
      printer.header("Somewhere NHS Trust").paragraph(page + " " + ENOUGH).footer("Page " + page);
    }

    String all =
        String.join(
            " ",
            desk.read("a.pdf", printer.print()).sections().stream()
                .map(UploadedSection::body)
                .toList());

    assertThat(all).contains("4 " + ENOUGH).doesNotContain("Somewhere NHS", "Page 2");
  }

  @Test
  void aTableOfContentsIsNoText() {
    byte[] pdf =
        new PdfPrinter()
            .paragraph("1 Who may post . . . . . . . . . . 3")
            .paragraph("2 When to post ............ 12")
            .paragraph(ENOUGH)
            .print();

    assertThat(desk.read("a.pdf", pdf).sections().getFirst().body()).isEqualTo(ENOUGH);
  }

  @Test
  void aPageThatIsAPictureIsNamed() {
    byte[] pdf = new PdfPrinter().paragraph(ENOUGH).page().picture().print();

    assertThat(unread(desk.read("scan.pdf", pdf)))
        .containsExactly("page 2: no words, only a picture or drawing");
  }

  @Test
  void aPictureThatAPageIsAboutIsNamed() {
    byte[] pdf = new PdfPrinter().paragraph("Figure 1: who reads us.").picture().print();

    assertThat(unread(desk.read("figure.pdf", pdf)))
        .containsExactly("page 1: a picture beside few words");
  }

  @Test
  void aFileOfPicturesIsRefused() {
    byte[] pdf = new PdfPrinter().picture().page().picture().print();

    assertThat(desk.refusal("scan.pdf", pdf))
        .isEqualTo(
            "scan.pdf has no words that can be read (page 1: no words, only a picture or drawing):"
                + " send it as text, not as pictures");
  }

  @Test
  void attachedFilesAreNamed() {
    PdfPrinter printer = new PdfPrinter().paragraph(ENOUGH);
    PDDocumentNameDictionary names =
        new PDDocumentNameDictionary(printer.document().getDocumentCatalog());
    names.setEmbeddedFiles(new PDEmbeddedFilesNameTreeNode());
    printer.document().getDocumentCatalog().setNames(names);

    assertThat(unread(desk.read("a.pdf", printer.print())))
        .containsExactly("in the whole file: attached files");
  }

  @Test
  void anEncryptedFileIsRefused() {
    byte[] locked = new PdfPrinter().paragraph(ENOUGH).encrypted("secret").print();
    byte[] restricted = new PdfPrinter().paragraph(ENOUGH).encrypted("").print();

    assertThat(List.of(desk.refusal("notes.pdf", locked), desk.refusal("notes.pdf", restricted)))
        .containsOnly("notes.pdf is encrypted: remove the password and upload it again");
  }

  @Test
  void aFileOf301PagesIsRefused() {
    PdfPrinter printer = new PdfPrinter();
    for (int page = 0; page < UploadLimits.MOST_PAGES; page++) {
      printer.document().addPage(new PDPage());
    }

    assertThat(desk.refusal("archive.pdf", printer.print()))
        .isEqualTo(
            "archive.pdf has too many pages: expected at most 300; send the chapters that people"
                + " need");
  }

  @Test
  void aStreamThatUnpacksToTooMuchIsRefusedBeforeItIsUnpacked() throws Exception {
    PdfPrinter printer = new PdfPrinter().paragraph(ENOUGH);
    COSStream bomb = printer.document().getDocument().createCOSStream();
    try (var content = bomb.createOutputStream(COSName.FLATE_DECODE)) {
      byte[] blanks = "                ".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 30; i++) {
        content.write(blanks);
      }
    }
    printer.document().getPage(0).getCOSObject().setItem(COSName.CONTENTS, bomb);

    assertThat(desk.refusal("bomb.pdf", printer.print()))
        .startsWith("bomb.pdf unpacks to too much: expected at most 24 MB in one piece");
  }

  @Test
  void aPageWithTooMuchDrawnOnItIsNamed() throws Exception {
    byte[] lines = "0 0 m 9 9 l S\n".repeat(200_000).getBytes(StandardCharsets.US_ASCII);

    assertThat(unread(desk.read("map.pdf", withContents(lines, COSName.FLATE_DECODE))))
        .containsExactly("page 2: a page with too much drawn on it");
  }

  @Test
  void aLargeStreamPackedInAnOldWayIsRefused() throws Exception {
    byte[] noise = new byte[20_000];
    new Random(1).nextBytes(noise);

    assertThat(desk.refusal("old.pdf", withContents(noise, COSName.LZW_DECODE)))
        .isEqualTo(
            "old.pdf is packed in an old way (LZWDecode): print it to a new PDF and upload that");
  }

  private static byte[] withContents(byte[] drawn, COSName filter) throws IOException {
    PdfPrinter printer = new PdfPrinter().paragraph(ENOUGH).page();
    COSStream contents = printer.document().getDocument().createCOSStream();
    try (OutputStream content = contents.createOutputStream(filter)) {
      content.write(drawn);
    }
    printer.document().getPage(1).getCOSObject().setItem(COSName.CONTENTS, contents);
    return printer.print();
  }

  @Test
  void aFileCutShortIsRefusedOrItsPagesAreNamed() {
    byte[] pdf = new PdfPrinter().paragraph(ENOUGH).print();
    byte[] head = Arrays.copyOf(pdf, 60);

    assertThat(desk.refusal("half.pdf", head)).startsWith("half.pdf is damaged or cut short");
  }
}
