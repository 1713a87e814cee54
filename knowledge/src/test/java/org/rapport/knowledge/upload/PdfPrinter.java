package org.rapport.knowledge.upload;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** Prints PDFs, line by line down the page. */
final class PdfPrinter {
  private static final float LEFT = 72;
  private static final int LETTERS = 85;

  private final PDDocument document = new PDDocument();
  private final PDFont plain = new PDType1Font(FontName.HELVETICA);
  private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
  private PDPage page = new PDPage(PDRectangle.A4);
  private float y;

  PdfPrinter() {
    page();
  }

  PDDocument document() {
    return document;
  }

  PdfPrinter page() {
    page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    y = page.getMediaBox().getHeight() - 100;
    return this;
  }

  PdfPrinter title(String words) {
    y -= 14;
    return line(words, bold, 24);
  }

  PdfPrinter heading(String words) {
    y -= 10;
    return line(words, bold, 16);
  }

  PdfPrinter boldLine(String words) {
    y -= 8;
    return line(words, bold, 11);
  }

  PdfPrinter paragraph(String words) {
    y -= 8;
    StringBuilder line = new StringBuilder();
    for (String word : words.split(" ")) {
      if (line.length() + word.length() > LETTERS) {
        line(line.toString(), plain, 11);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    return line(line.toString(), plain, 11);
  }

  PdfPrinter header(String words) {
    return at(words, plain, 9, page.getMediaBox().getHeight() - 40);
  }

  PdfPrinter footer(String words) {
    return at(words, plain, 9, 40);
  }

  PdfPrinter picture() {
    try (PDPageContentStream content = appending()) {
      BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
      content.drawImage(LosslessFactory.createFromImage(document, picture), LEFT, 300, 200, 200);
      return this;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Adds a bookmark to the current page. */
  PdfPrinter bookmark(String words) {
    PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
    if (outline == null) {
      outline = new PDDocumentOutline();
      document.getDocumentCatalog().setDocumentOutline(outline);
    }
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(words);
    item.setDestination(page);
    outline.addLast(item);
    return this;
  }

  PdfPrinter encrypted(String userPassword) {
    try {
      document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
      return this;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  byte[] print() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument closing = document) {
      closing.save(bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return bytes.toByteArray();
  }

  private PdfPrinter line(String words, PDFont font, float size) {
    y -= size * 1.2f;
    return at(words, font, size, y);
  }

  private PdfPrinter at(String words, PDFont font, float size, float height) {
    try (PDPageContentStream content = appending()) {
      content.beginText();
      content.setFont(font, size);
      content.newLineAtOffset(LEFT, height);
      content.showText(words);
      content.endText();
      return this;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private PDPageContentStream appending() throws IOException {
    return new PDPageContentStream(
        document, page, PDPageContentStream.AppendMode.APPEND, true, true);
  }
}
