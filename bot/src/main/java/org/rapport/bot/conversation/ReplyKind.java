package org.rapport.bot.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * What a message may be that somebody wants to reply to, the gravest first; the phrases that tell,
 * and the guidance on each, are in {@code reply-kinds.properties}.
 */
enum ReplyKind {
  DANGER,
  THREAT,
  HATE,
  JOURNALIST,
  INQUEST,
  FORMAL,
  STAFF,
  CLINICAL,
  CARE,
  FAKE,
  RUMOUR,
  ABUSE,
  CRITICISM;

  private static final Properties TOLD = told();

  /** The kind whose phrases are in a message; empty if it has none. */
  static Optional<ReplyKind> of(String message) {
    String folded = folded(message);
    return Arrays.stream(values())
        .filter(kind ->
            kind.listed("cues", ",").stream().anyMatch(cue -> folded.contains(" " + cue + " ")))
        .findFirst();
  }

  /** The kind that a section of the guidance is about; empty if it is none of theirs. */
  static Optional<ReplyKind> guidedBy(String title) {
    return Arrays.stream(values()).filter(kind -> kind.guidance().equals(title)).findFirst();
  }

  /** The name in wording. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The title of the section whose advice is given. */
  String guidance() {
    return said("guidance");
  }

  /** The titles of sections to be checked first. */
  List<String> checks() {
    return listed("check", "\\|");
  }

  private List<String> listed(String what, String between) {
    return Arrays.stream(said(what).split(between))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  private String said(String what) {
    return TOLD.getProperty(id() + "." + what, "");
  }

  /** Words with one space on either side of each. */
  private static String folded(String message) {
    String words =
        message
            .toLowerCase(Locale.ROOT)
            .replaceAll("['\u2019]", "")
            .replaceAll("[^\\p{L}\\p{N}]+", " ");
    return " " + words.strip() + " ";
  }

  private static Properties told() {
    Properties told = new Properties();
    try (InputStream file =
        Objects.requireNonNull(ReplyKind.class.getResourceAsStream("/reply-kinds.properties"))) {
      told.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return told;
  }
}
