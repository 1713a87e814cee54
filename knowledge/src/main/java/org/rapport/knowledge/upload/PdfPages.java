package org.rapport.knowledge.upload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/** Reads a PDF's pages one by one and names those that cannot be read, wholly or in part. */
final class PdfPages {
  /** With fewer words beside a picture, the picture is what the page is about. */
  private static final int FEW_WORDS = 20;

  private final PdfFile pdf;
  private final Blocks blocks;
  private final PdfText text;

  PdfPages(PdfFile pdf, Blocks blocks, Deadline deadline) {
    this.pdf = pdf;
    this.blocks = blocks;
    this.text = new PdfText(pdf.weights(), deadline);
  }

  /**
   * The lines of all pages in their order.
   *
   * @throws Refusal if they have too much text, or time is up
   */
  List<PdfLine> lines(List<PDPage> pages) {
    List<PdfLine> lines = new ArrayList<>();
    for (int number = 1; number <= pages.size(); number++) {
      try {
        lines.addAll(lines(pages.get(number - 1), number));
      } catch (Refusal refusal) {
        throw refusal;
      } catch (IOException | RuntimeException broken) {
        unread(number, "a damaged page");
      }
    }
    return lines;
  }

  private List<PdfLine> lines(PDPage page, int number) throws IOException {
    if (pdf.weights().of(page) > UploadLimits.MOST_PAGE_BYTES) {
      unread(number, "a page with too much drawn on it");
      return List.of();
    }
    List<PdfLine> lines = text.page(pdf.document(), number);
    if (text.unreadable() > lines.stream().mapToInt(line -> line.text().length()).sum() / 2) {
      unread(number, "letters whose meaning the file does not tell (a font without it)");
      return List.of();
    }
    if (text.passedOver()) {
      unread(number, "a part of the page with too much drawn on it");
    } else if (lines.isEmpty() && page.hasContents()) {
      unread(number, "no words, only a picture or drawing");
    } else if (words(lines) < FEW_WORDS && hasPicture(page)) {
      unread(number, "a picture beside few words");
    }
    return lines;
  }

  private void unread(int number, String reason) {
    blocks.unread(new Place.Page(number), reason);
  }

  private static int words(List<PdfLine> lines) {
    return lines.stream().mapToInt(line -> Text.words(line.text())).sum();
  }

  private static boolean hasPicture(PDPage page) {
    PDResources resources = page.getResources();
    if (resources != null) {
      for (COSName name : resources.getXObjectNames()) {
        if (resources.isImageXObject(name)) {
          return true;
        }
      }
    }
    return false;
  }
}
