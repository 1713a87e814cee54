package org.rapport.knowledge.upload;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** Opens PDF files: encrypted ones not at all, others with a deadline on every read. */
final class PdfFile {
  static {
    FontMappers.set(new BuiltInFont());
  }

  private PdfFile() {}

  /**
   * Opens a PDF; whoever calls closes it.
   *
   * @throws Refusal if it is encrypted
   */
  static PDDocument open(Path file, Deadline deadline) throws IOException {
    return new Parser(new WatchedFile(file, deadline)).parse();
  }

  /** Stops before anything encrypted is unpacked, which {@link PdfStreams} could not weigh. */
  private static final class Parser extends PDFParser {
    Parser(RandomAccessRead source) throws IOException {
      super(source, "", null, null, IOUtils.createTempFileOnlyStreamCache());
    }

    @Override
    protected void prepareDecryption() {
      if (document.getEncryptionDictionary() != null) {
        throw new Refusal("is encrypted: remove the password and upload it again");
      }
    }
  }
}
