package org.rapport.knowledge.upload;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Weighs each stream of a PDF as it is met, and takes the data from pictures, which stay unread.
 */
final class PdfWeights {
  private static final Set<COSName> DEFLATED =
      Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION);
  private static final Set<COSName> PICTURES =
      Set.of(
          COSName.DCT_DECODE,
          COSName.DCT_DECODE_ABBREVIATION,
          COSName.JPX_DECODE,
          COSName.CCITTFAX_DECODE,
          COSName.CCITTFAX_DECODE_ABBREVIATION,
          COSName.JBIG2_DECODE);
  private static final Set<COSName> TABLES = Set.of(COSName.OBJ_STM, COSName.XREF);
  private static final int ZLIB_HEADER = 2;

  /** Text and tables are packed in rows of some ten bytes; PDFBox makes room for a whole row. */
  private static final int LONGEST_ROW = 10_000;

  private final IdentityHashMap<COSStream, Long> weights = new IdentityHashMap<>();

  /**
   * A stream that is safe to unpack.
   *
   * @throws Refusal if this one is not
   */
  COSStream weighed(COSStream stream) throws IOException {
    List<COSName> filters = filters(stream);
    if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
        || filters.stream().anyMatch(PICTURES::contains)) {
      return withoutData(stream);
    }
    long weight = weight(stream, filters);
    COSName type = stream.getCOSName(COSName.TYPE);
    boolean table = type != null && TABLES.contains(type);
    if (weight > (table ? UploadLimits.MOST_TABLE_BYTES : UploadLimits.MOST_STREAM_BYTES)) {
      throw PdfStreams.tooMuch();
    }
    refuseLongRows(stream.getDictionaryObject(COSName.DECODE_PARMS));
    weights.put(stream, weight);
    return stream;
  }

  /** Bytes of what is drawn on a page, unpacked. */
  long of(PDPage page) {
    long bytes = 0;
    for (Iterator<PDStream> streams = page.getContentStreams(); streams.hasNext(); ) {
      bytes += of(streams.next().getCOSObject());
    }
    return bytes;
  }

  /** Bytes of a stream, unpacked; 0 if the file does not have it. */
  long of(COSStream stream) {
    return weights.getOrDefault(stream, 0L);
  }

  private static COSStream withoutData(COSStream picture) {
    COSStream empty = new COSStream();
    picture.forEach(empty::setItem);
    return empty;
  }

  private static List<COSName> filters(COSStream stream) {
    COSBase filters = stream.getFilters();
    if (filters instanceof COSArray several) {
      return IntStream.range(0, several.size())
          .mapToObj(several::getObject)
          .filter(COSName.class::isInstance)
          .map(COSName.class::cast)
          .toList();
    }
    return filters instanceof COSName one ? List.of(one) : List.of();
  }

  private static long weight(COSStream stream, List<COSName> filters) throws IOException {
    if (filters.isEmpty()) {
      return stream.getLength();
    }
    if (filters.size() == 1 && DEFLATED.contains(filters.getFirst())) {
      return inflated(stream);
    }
    if (stream.getLength() > UploadLimits.MOST_OLD_BYTES) {
      throw new Refusal(
          "is packed in an old way ("
              + filters.getFirst().getName()
              + "): print it to a new PDF and upload that");
    }
    return stream.getLength();
  }

  private static long inflated(COSStream stream) throws IOException {
    byte[] sink = new byte[65_536];
    long bytes = 0;
    Inflater inflater = new Inflater(true);
    try (InputStream packed = stream.createRawInputStream()) {
      packed.skipNBytes(Math.min(ZLIB_HEADER, stream.getLength()));
      InputStream unpacked = new InflaterInputStream(packed, inflater);
      int read = unpacked.read(sink);
      while (read > 0 && bytes <= UploadLimits.MOST_STREAM_BYTES) {
        bytes += read;
        read = unpacked.read(sink);
      }
      return bytes;
    } catch (ZipException | EOFException cutShort) {
      return bytes; // PDFBox reads as far as it goes
    } finally {
      inflater.end();
    }
  }

  private static void refuseLongRows(COSBase parameters) {
    if (parameters instanceof COSArray several) {
      several.forEach(each -> refuseLongRows(each));
    } else if (parameters instanceof COSDictionary one
        && (one.getInt(COSName.COLUMNS, 1) > LONGEST_ROW
            || one.getInt(COSName.BITS_PER_COMPONENT, 8) > Integer.SIZE)) {
      throw Refusal.damaged("PDF");
    }
  }
}
