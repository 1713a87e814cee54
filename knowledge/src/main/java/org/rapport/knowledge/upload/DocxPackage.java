package org.rapport.knowledge.upload;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The parts of a Word file (ECMA-376 part 2). Only the XML parts asked for are ever unpacked;
 * pictures and embedded files, which may hold bombs or archives of their own, stay packed.
 */
final class DocxPackage implements Closeable {
  private static final String WORD = "wordprocessingml.";
  private static final int MOST_TYPES_BYTES = 1_000_000;
  private static final Pattern OVERRIDE = Pattern.compile("<(?:\\w+:)?Override\\s([^>]{0,1000})>");
  private static final Pattern PART_NAME = Pattern.compile("PartName\\s*=\\s*[\"']/?([^\"']+)");
  private static final Pattern CONTENT_TYPE = Pattern.compile("ContentType\\s*=\\s*[\"']([^\"']+)");

  private final ZipFile zip;
  private final String types;
  private final Deadline deadline;

  private DocxPackage(ZipFile zip, Deadline deadline) throws IOException {
    this.zip = zip;
    this.deadline = deadline;
    this.types = types(zip);
  }

  /**
   * Opens a Word file.
   *
   * @throws Refusal if it is too big unpacked, or has macros
   */
  static DocxPackage open(Path file, Deadline deadline) throws IOException {
    ZipFile zip = new ZipFile(file.toFile());
    try {
      refuseBombs(zip);
      refuseMacros(zip);
      return new DocxPackage(zip, deadline);
    } catch (IOException | RuntimeException broken) {
      zip.close();
      throw broken;
    }
  }

  /**
   * Names a packed file that is not of Word.
   *
   * @throws Refusal if it is of another kind, has macros or cannot be opened
   */
  static void refuseOthers(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      refuseMacros(zip);
      if (types(zip).contains(WORD)) {
        return;
      }
      throw new Refusal("is " + other(zip) + ": " + Kind.ALL);
    } catch (ZipException broken) {
      throw Refusal.damaged("Word document");
    }
  }

  private static String other(ZipFile zip) throws IOException {
    String types = types(zip);
    if (types.contains("spreadsheetml.")) {
      return "an Excel workbook (.xlsx)";
    }
    if (types.contains("presentationml.")) {
      return "a PowerPoint presentation (.pptx)";
    }
    ZipEntry mimetype = zip.getEntry("mimetype");
    if (mimetype != null) {
      String type = text(zip, mimetype);
      if (type.startsWith("application/vnd.oasis.opendocument")) {
        return "an OpenDocument file (.odt and its kin)";
      }
      if (type.startsWith("application/epub")) {
        return "an e-book (.epub)";
      }
    }
    if (zip.getEntry("META-INF/MANIFEST.MF") != null) {
      return "a Java program";
    }
    return "a zip archive";
  }

  private static void refuseBombs(ZipFile zip) {
    if (zip.size() > UploadLimits.MOST_PARTS) {
      throw new Refusal(
          "holds too many files: expected at most "
              + String.format("%,d", UploadLimits.MOST_PARTS)
              + "; save it again without embedded files");
    }
    long unpacked = 0;
    for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
      unpacked += Math.max(0, entries.nextElement().getSize());
    }
    if (unpacked > UploadLimits.MOST_UNPACKED_BYTES) {
      throw new Refusal(
          "unpacks to too much: expected at most "
              + UploadLimits.MOST_UNPACKED_BYTES / 1_000_000
              + " MB; send it in parts or without pictures");
    }
  }

  private static void refuseMacros(ZipFile zip) throws IOException {
    if (hasMacros(zip)) {
      throw new Refusal("has macros: save it as .docx without macros and upload that");
    }
  }

  private static boolean hasMacros(ZipFile zip) throws IOException {
    return types(zip).toLowerCase(Locale.ROOT).contains("macroenabled")
        || zip.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
  }

  /** Opens the part of a type such as {@code document.main+xml}, if there is one. */
  Optional<InputStream> part(String type) throws IOException {
    Matcher override = OVERRIDE.matcher(types);
    while (override.find()) {
      Matcher content = CONTENT_TYPE.matcher(override.group(1));
      Matcher name = PART_NAME.matcher(override.group(1));
      if (content.find() && name.find() && content.group(1).endsWith(type)) {
        ZipEntry entry = zip.getEntry(name.group(1));
        return entry == null ? Optional.empty() : Optional.of(open(entry));
      }
    }
    return Optional.empty();
  }

  private InputStream open(ZipEntry entry) throws IOException {
    return new UnpackedStream(zip.getInputStream(entry), entry.getCompressedSize(), deadline);
  }

  private static String types(ZipFile zip) throws IOException {
    ZipEntry types = zip.getEntry("[Content_Types].xml");
    return types == null ? "" : text(zip, types);
  }

  private static String text(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream bytes = zip.getInputStream(entry)) {
      return new String(bytes.readNBytes(MOST_TYPES_BYTES), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
