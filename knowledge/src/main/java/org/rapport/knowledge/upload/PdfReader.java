package org.rapport.knowledge.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/** Reads a PDF's text page by page and finds its headings again. */
final class PdfReader implements FormatReader {
  private static final Pattern NO_TITLE =
      Pattern.compile("(?i)(untitled.*|microsoft \\w+ - .*|.*\\.(docx?|pdf|indd|pptx?|rtf)|\\W*)");

  @Override
  public void read(Path file, Blocks blocks, Deadline deadline) throws IOException {
    try (PdfFile pdf = new PdfFile(file, deadline)) {
      PDDocument document = pdf.document();
      List<PDPage> pages = pages(document);
      takeTitle(document, blocks);
      List<PdfLine> lines = PdfFurniture.removed(new PdfPages(pdf, blocks, deadline).lines(pages));
      nameUnread(document, blocks);
      PdfLayout layout = new PdfLayout(lines);
      Map<Integer, List<PdfHeading>> headings = PdfBookmarks.of(document, lines, deadline);
      if (headings.isEmpty()) {
        headings = PdfHeadings.of(lines, layout);
      }
      give(lines, layout, headings, blocks);
    }
  }

  private static List<PDPage> pages(PDDocument document) {
    List<PDPage> pages = new ArrayList<>();
    for (PDPage page : document.getPages()) {
      pages.add(page);
      if (pages.size() > UploadLimits.MOST_PAGES) {
        throw new Refusal(
            "has too many pages: expected at most "
                + UploadLimits.MOST_PAGES
                + "; send the chapters that people need");
      }
    }
    if (pages.isEmpty()) {
      throw Refusal.damaged("PDF");
    }
    return pages;
  }

  private static void takeTitle(PDDocument document, Blocks blocks) {
    String title = document.getDocumentInformation().getTitle();
    if (title != null && !NO_TITLE.matcher(Text.line(title)).matches()) {
      blocks.title(title);
    }
  }

  private static void nameUnread(PDDocument document, Blocks blocks) {
    PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
    if (names != null && names.getEmbeddedFiles() != null) {
      blocks.unread(new Place.Everywhere(), "attached files");
    }
    PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
    if (form != null && !form.getFields().isEmpty()) {
      blocks.unread(new Place.Everywhere(), "what is filled in the form's fields");
    }
  }

  private static void give(
      List<PdfLine> lines,
      PdfLayout layout,
      Map<Integer, List<PdfHeading>> headings,
      Blocks blocks) {
    Flow flow = new Flow(blocks);
    int i = 0;
    while (i < lines.size()) {
      PdfLine line = lines.get(i);
      List<PdfHeading> here = headings.getOrDefault(i, List.of());
      if (!here.isEmpty() || layout.startsParagraph(i)) {
        flow.end();
        blocks.page(line.page());
      }
      here.forEach(heading -> blocks.heading(heading.level(), heading.text()));
      int taken = here.isEmpty() ? 0 : here.getLast().lines();
      if (taken == 0) {
        flow.line(line.text());
        taken = 1;
      }
      i += taken;
    }
    flow.end();
  }
}
