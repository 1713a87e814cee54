package org.rapport.knowledge.upload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The first bytes by which files of other kinds are told, so that a refusal can name them.
 *
 * @param at the offset of the bytes
 * @param bytes as ISO 8859-1
 * @param kind for people, with its article
 */
record Magic(int at, String bytes, String kind) {
  private static final List<Magic> KNOWN =
      List.of(
          new Magic(0, "{\\rtf", "an RTF document"),
          new Magic(0, "MZ", "a Windows program"),
          new Magic(0, "\u007fELF", "a Linux program"),
          new Magic(0, "\u00ca\u00fe\u00ba\u00be", "a Java class or a Mac program"),
          new Magic(0, "\u00cf\u00fa\u00ed\u00fe", "a Mac program"),
          new Magic(0, "\u0089PNG", "a PNG picture"),
          new Magic(0, "\u00ff\u00d8\u00ff", "a JPEG picture"),
          new Magic(0, "GIF8", "a GIF picture"),
          new Magic(0, "II*\0", "a TIFF picture"),
          new Magic(0, "MM\0*", "a TIFF picture"),
          new Magic(8, "WEBP", "a WebP picture"),
          new Magic(8, "WAVE", "a sound"),
          new Magic(4, "ftyphei", "an HEIC picture"),
          new Magic(4, "ftypavif", "an AVIF picture"),
          new Magic(4, "ftyp", "a video or sound"),
          new Magic(0, "ID3", "a sound"),
          new Magic(0, "\u001aE\u00df\u00a3", "a video"),
          new Magic(0, "Rar!", "a RAR archive"),
          new Magic(0, "7z\u00bc\u00af", "a 7z archive"),
          new Magic(0, "\u001f\u008b", "a gzip archive"),
          new Magic(0, "BZh", "a bzip2 archive"),
          new Magic(0, "\u00fd7zXZ", "an xz archive"),
          new Magic(0, "SQLite format 3", "a database"),
          new Magic(0, "%!PS", "a PostScript file"));

  /** The kind of a file by its first bytes, if it is one of these. */
  static Optional<String> kind(byte[] head) {
    return KNOWN.stream().filter(magic -> magic.fits(head)).map(Magic::kind).findFirst();
  }

  private boolean fits(byte[] head) {
    return startsWith(head, at, bytes);
  }

  static boolean startsWith(byte[] head, int at, String bytes) {
    byte[] expected = bytes.getBytes(StandardCharsets.ISO_8859_1);
    return head.length >= at + expected.length
        && Arrays.equals(head, at, at + expected.length, expected, 0, expected.length);
  }
}
