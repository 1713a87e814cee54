package org.rapport.knowledge.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.knowledge.upload.Desk.body;
import static org.rapport.knowledge.upload.Desk.paths;
import static org.rapport.knowledge.upload.Desk.titles;
import static org.rapport.knowledge.upload.Desk.unread;
import static org.rapport.knowledge.upload.Prose.ENOUGH;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Word file is cut at its headings, and nothing in it is unpacked beyond the limits. */
class DocxReadingTest {
  private static final String DOCUMENT = "word/document.xml";

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of(""));

  @BeforeEach
  void openDesk() {
    desk = new Desk(folder);
  }

  @Test
  void headingStylesMakeSections() {
    byte[] docx =
        new WordWriter()
            .headingStyles()
            .style("Title", "Title", "")
            .titled("Left by the template")
            .styled("Title", "Social media policy")
            .paragraph(ENOUGH)
            .styled("Heading1", "Posting")
            .styled("Heading2", "Who may post")
            .paragraph("Only staff. " + ENOUGH)
            .styled("Heading2", "When to post")
            .paragraph("By day. " + ENOUGH)
            .styled("Heading1", "Answering")
            .paragraph(ENOUGH)
            .write();

    Reading.Read reading = desk.read("policy.docx", docx);

    assertThat(reading.title()).isEqualTo("Social media policy");
    assertThat(paths(reading))
        .containsExactly("", "Posting > Who may post", "Posting > When to post", "Answering");
    assertThat(body(reading, "Who may post")).isEqualTo("Only staff. " + ENOUGH);
    assertThat(reading.sections().get(1).place()).isEqualTo(new Place.Under("Who may post"));
  }

  @ParameterizedTest
  @CsvSource({
    "berschrift1, heading 1, ''",
    "Titre1, Titre 1, ''",
    "TrustHeading, Trust heading, Heading2",
  })
  void headingStylesOfOtherLanguagesAndDerivedOnesAreHeadings(
      String id, String name, String basedOn) {
    byte[] docx =
        new WordWriter()
            .headingStyles()
            .style(id, name, basedOn)
            .styled(id, "Who may post")
            .paragraph(ENOUGH)
            .write();

    assertThat(titles(desk.read("policy.docx", docx))).containsExactly("Who may post");
  }

  @Test
  void aParagraphsOwnOutlineLevelMakesItAHeading() {
    WordWriter word = new WordWriter();
    var paragraph = word.document().createParagraph();
    paragraph.createRun().setText("Who may post");
    paragraph.getCTP().addNewPPr().addNewOutlineLvl().setVal(java.math.BigInteger.TWO);
    byte[] docx = word.paragraph(ENOUGH).write();

    assertThat(titles(desk.read("policy.docx", docx))).containsExactly("Who may post");
  }

  @Test
  void boldLinesAreHeadingsOnlyWhereNoneAreMarked() {
    byte[] unmarked =
        new WordWriter().bold("Before").paragraph(ENOUGH).bold("After").paragraph(ENOUGH).write();
    byte[] marked =
        new WordWriter()
            .headingStyles()
            .styled("Heading1", "Posting")
            .bold("Note this")
            .paragraph(ENOUGH)
            .write();

    assertThat(titles(desk.read("a.docx", unmarked))).containsExactly("Before", "After");
    assertThat(titles(desk.read("a.docx", marked))).containsExactly("Posting");
  }

  @Test
  void listsAndTablesBecomeText() {
    byte[] docx =
        new WordWriter()
            .paragraph(ENOUGH)
            .item("Look")
            .item("Listen")
            .table(
                true, new String[] {"Platform", "Length"}, new String[] {"LinkedIn", "3,000 signs"})
            .table(false, new String[] {"One", "Two"}, new String[] {"Three", ""})
            .table(false, new String[] {"A box around a paragraph."})
            .write();

    assertThat(desk.read("lists.docx", docx).sections().getFirst().body())
        .isEqualTo(
            ENOUGH
                + "\n\n- Look\n- Listen"
                + "\n\nPlatform: LinkedIn; Length: 3,000 signs"
                + "\n\nOne | Two\nThree"
                + "\n\nA box around a paragraph.");
  }

  @Test
  void aTableTooWideIsNamed() {
    String[] row = new String[UploadLimits.MOST_COLUMNS + 1];
    Arrays.fill(row, "cell");
    byte[] docx =
        new WordWriter()
            .headingStyles()
            .styled("Heading1", "Numbers")
            .paragraph(ENOUGH)
            .table(false, row)
            .write();

    assertThat(unread(desk.read("wide.docx", docx)))
        .containsExactly("under “Numbers”: a table of 13 columns; expected at most 12");
  }

  @Test
  void notesAreReadWhereTheyAreReferredTo() {
    WordWriter word = new WordWriter();
    word.document().createFootnotes();
    var note = word.document().createFootnote();
    note.createParagraph().createRun().setText("Since 2013.");
    var paragraph = word.document().createParagraph();
    paragraph.createRun().setText(ENOUGH);
    paragraph.addFootnoteReference(note);

    assertThat(desk.read("a.docx", word.write()).sections().getFirst().body())
        .isEqualTo(ENOUGH + " (note: Since 2013.)");
  }

  @Test
  void deletedAndHiddenWordsAndFieldCodesAreNotRead() {
    byte[] docx =
        withBody(
            """
            <w:p><w:r><w:t>%s</w:t></w:r>
            <w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>
            <w:moveFrom><w:r><w:t>moved away</w:t></w:r></w:moveFrom>
            <w:ins><w:r><w:t> Inserted.</w:t></w:r></w:ins>
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>
            <w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p>
            """
                .formatted(ENOUGH));

    assertThat(desk.read("a.docx", docx).sections().getFirst().body())
        .isEqualTo(ENOUGH + " Inserted.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aByteOrderMarkIsNoContent(String charset) {
    Zip zip = Zip.of(new WordWriter().paragraph("Another text.").write());
    String marked = "\uFEFF" + document("<w:p><w:r><w:t>" + ENOUGH + "</w:t></w:r></w:p>");
    zip.with(DOCUMENT, marked.getBytes(Charset.forName(charset)));

    assertThat(desk.read("a.docx", zip.pack()).sections().getFirst().body()).isEqualTo(ENOUGH);
  }

  @Test
  void aTextBoxIsReadOnceThoughItIsStoredTwice() {
    byte[] docx =
        withBody(
            """
            <w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
            <mc:Choice><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></mc:Choice>
            <mc:Fallback><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></mc:Fallback>
            </mc:AlternateContent></w:r><w:r><w:t>%s</w:t></w:r></w:p>
            """
                .formatted(ENOUGH));

    assertThat(desk.read("a.docx", docx).sections().getFirst().body())
        .isEqualTo("In the box.\n\n" + ENOUGH);
  }

  @Test
  void picturesAreReadByTheirDescriptionOrNamed() {
    byte[] docx =
        withBody(
            """
            <w:p><w:r><w:t>%s</w:t></w:r><w:r><w:drawing>
            <wp:docPr xmlns:wp="wp" id="1" name="a" descr="The ward team"/><a:graphicData xmlns:a="a" uri="http://schemas.openxmlformats.org/drawingml/2006/picture"/>
            <wp:docPr xmlns:wp="wp" id="2" name="b"/><a:graphicData xmlns:a="a" uri="http://schemas.openxmlformats.org/drawingml/2006/picture"/>
            <wp:docPr xmlns:wp="wp" id="3" name="c"/><a:graphicData xmlns:a="a" uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/>
            </w:drawing></w:r><w:object/></w:p>
            """
                .formatted(ENOUGH));

    Reading.Read reading = desk.read("a.docx", docx);

    assertThat(reading.sections().getFirst().body())
        .isEqualTo(ENOUGH + " [Picture: The ward team]");
    assertThat(unread(reading))
        .containsExactly(
            "at the start: a picture without a description",
            "at the start: a chart",
            "at the start: an embedded object");
  }

  @Test
  void anEncryptedFileIsRefused() throws Exception {
    ByteArrayOutputStream locked = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem();
        OPCPackage parts =
            OPCPackage.open(new ByteArrayInputStream(new WordWriter().paragraph(ENOUGH).write()))) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream data = encryptor.getDataStream(files)) {
        parts.save(data);
      }
      files.writeFilesystem(locked);
    }

    assertThat(desk.refusal("notes.docx", locked.toByteArray()))
        .isEqualTo("notes.docx is encrypted: remove the password and upload it again");
  }

  @Test
  void aFileWithMacrosIsRefusedWhateverItsName() {
    byte[] plain = new WordWriter().paragraph(ENOUGH).write();
    byte[] withProject = Zip.of(plain).with("word/vbaProject.bin", "macro").pack();
    Zip enabled = Zip.of(plain);
    String types =
        enabled
            .text("[Content_Types].xml")
            .replace(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "application/vnd.ms-word.document.macroEnabled.main+xml");

    assertThat(desk.refusal("notes.docx", withProject))
        .isEqualTo("notes.docx has macros: save it as .docx without macros and upload that");
    assertThat(desk.refusal("notes.docm", enabled.with("[Content_Types].xml", types).pack()))
        .isEqualTo("notes.docm has macros: save it as .docx without macros and upload that");
  }

  @Test
  void aBombIsRefused() {
    Zip bomb = Zip.of(new WordWriter().paragraph(ENOUGH).write());
    bomb.with(DOCUMENT, document("<w:p/>".repeat(1_000_000)));

    assertThat(desk.refusal("bomb.docx", bomb.pack()))
        .startsWith("bomb.docx unpacks to too much: expected at most 20 MB");
  }

  @Test
  void aBombAmongThePicturesIsRefusedByTheTableOfParts() {
    Zip bomb = Zip.of(new WordWriter().paragraph(ENOUGH).write());
    bomb.with("word/media/image1.png", new byte[(int) UploadLimits.MOST_UNPACKED_BYTES + 1]);

    assertThat(desk.refusal("bomb.docx", bomb.pack()))
        .startsWith("bomb.docx unpacks to too much: expected at most 200 MB");
  }

  @Test
  void anArchiveInsideIsNeverOpened() {
    Zip nested = Zip.of(withBody("<w:p><w:r><w:t>" + ENOUGH + "</w:t></w:r><w:object/></w:p>"));
    nested.with("word/embeddings/bomb.zip", Zip.empty().with("a", "a").pack());

    assertThat(unread(desk.read("nested.docx", nested.pack())))
        .containsExactly("at the start: an embedded object");
  }

  @Test
  void entitiesAreNeitherReadNorFetched() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "the secret");
    Zip zip = Zip.of(new WordWriter().paragraph(ENOUGH).write());
    zip.with(
        DOCUMENT,
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"%s\">]>".formatted(secret.toUri())
            + document("<w:p><w:r><w:t>" + ENOUGH + "&x;</w:t></w:r></w:p>"));

    assertThat(desk.take("xxe.docx", zip.pack()).toString()).doesNotContain("the secret");
  }

  @Test
  void aFileCutShortIsRefused() {
    byte[] docx = new WordWriter().paragraph(ENOUGH).write();

    assertThat(desk.refusal("half.docx", Arrays.copyOf(docx, docx.length / 2)))
        .isEqualTo(
            "half.docx is damaged or cut short: expected a whole Word document; save it again and"
                + " send that");
  }

  private static byte[] withBody(String body) {
    return Zip.of(new WordWriter().paragraph(ENOUGH).write()).with(DOCUMENT, document(body)).pack();
  }

  private static String document(String body) {
    return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
        + body
        + "</w:body></w:document>";
  }
}
