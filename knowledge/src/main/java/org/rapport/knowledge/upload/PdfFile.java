package org.rapport.knowledge.upload;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** An open PDF, not encrypted, with a deadline on every read and a weight to every stream. */
final class PdfFile implements Closeable {
  static {
    FontMappers.set(new BuiltInFont());
  }

  private final PdfWeights weights = new PdfWeights();
  private final PDDocument document;

  /**
   * Opens a file.
   *
   * @throws Refusal if it is encrypted or unpacks to too much
   */
  PdfFile(Path file, Deadline deadline) throws IOException {
    PdfStreams.refuseBombs(file, deadline);
    document = new Parser(new WatchedFile(file, deadline), weights).parse();
  }

  PDDocument document() {
    return document;
  }

  PdfWeights weights() {
    return weights;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private static final class Parser extends PDFParser {
    private final PdfWeights weights;

    Parser(RandomAccessRead source, PdfWeights weights) throws IOException {
      super(source, "", null, null, IOUtils.createTempFileOnlyStreamCache());
      this.weights = weights;
    }

    /** Comes before anything encrypted is unpacked, which could not be weighed. */
    @Override
    protected void prepareDecryption() {
      if (document.getEncryptionDictionary() != null) {
        throw new Refusal("is encrypted: remove the password and upload it again");
      }
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
      COSStream stream = super.parseCOSStream(dictionary);
      long position = source.getPosition();
      COSStream weighed = weights.weighed(stream);
      source.seek(position);
      return weighed;
    }
  }
}
