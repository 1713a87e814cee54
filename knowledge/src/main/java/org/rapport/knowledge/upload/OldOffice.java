package org.rapport.knowledge.upload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files in the container of the old Office, in which new ones are kept too when encrypted. */
final class OldOffice {
  /** The first bytes, as ISO 8859-1. */
  static final String MAGIC = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

  private OldOffice() {}

  /** Names what the file is, by the names in the container's directory ([MS-CFB] 2.6). */
  static Refusal refusal(Path file) throws IOException {
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    if (holds(bytes, "EncryptedPackage")) {
      return new Refusal("is encrypted: remove the password and upload it again");
    }
    return new Refusal("is " + kind(bytes) + ": save it as .docx and upload that");
  }

  private static String kind(String bytes) {
    if (holds(bytes, "WordDocument")) {
      return "a document of Word 97-2003 (.doc)";
    }
    if (holds(bytes, "PowerPoint Document")) {
      return "a presentation (.ppt)";
    }
    if (holds(bytes, "Workbook")) {
      return "a spreadsheet (.xls)";
    }
    if (holds(bytes, "__properties_version1.0")) {
      return "an Outlook message (.msg)";
    }
    return "a file of an old Office program";
  }

  private static boolean holds(String bytes, String name) {
    return bytes.contains(
        new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
  }
}
