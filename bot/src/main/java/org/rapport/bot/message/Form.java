package org.rapport.bot.message;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Several things that are asked for at once. The limits are the narrowest of all channels: Slack
 * takes 24 characters in a modal's title and button (docs.slack.dev/reference/views/modal-views).
 *
 * @param id which form it is, such as {@code wrong-answer}
 * @param title at most {@value #LONGEST_TITLE} characters
 * @param intro what is said first
 * @param fields what is asked for, 1 to {@value #MOST_FIELDS}
 * @param submit the words on the button that sends it, at most {@value #LONGEST_TITLE} characters
 * @param missing what is said beside a field that was left empty and may not be
 * @param about a short reference to what it is about. It comes back from the outside, so the server
 *     looks it up again and never trusts it
 */
public record Form(
    String id,
    String title,
    List<Block> intro,
    List<Field> fields,
    String submit,
    String missing,
    String about) {
  static final int LONGEST_TITLE = 24;
  static final int MOST_FIELDS = 20;

  /**
   * Leaves a form well below 24 KB as JSON, filled in: Teams takes 28 KB (and no part can be cut).
   */
  private static final int MOST_CHARACTERS = 12_000;

  private static final Pattern ID = Pattern.compile("[a-z][a-z-]{0,29}");
  private static final Pattern ABOUT = Pattern.compile("[0-9a-zA-Z._-]{0,100}");

  /**
   * @throws IllegalArgumentException if a channel could not show it
   */
  public Form {
    intro = List.copyOf(intro);
    fields = List.copyOf(fields);
    expect(isReference(id, about), "an id of lower-case letters and a short reference", id);
    expect(isShort(title), "a title of 1 to 24 characters", title);
    expect(isShort(submit), "1 to 24 characters on the button", submit);
    expect(!missing.isBlank(), "words for what is missing", missing);
    expect(!fields.isEmpty() && fields.size() <= MOST_FIELDS, "1 to 20 fields", id);
    expect(
        fields.stream().mapToInt(Field::size).sum() <= MOST_CHARACTERS,
        "fields of 12,000 characters in all, with what may be typed in them",
        id);
    Set<String> ids = new HashSet<>();
    fields.forEach(field -> expect(ids.add(field.ask().id()), "each field once", field.ask().id()));
  }

  /** Whether these could name a form and what it is about; says nothing of whether they do. */
  public static boolean isReference(String id, String about) {
    return ID.matcher(id).matches() && ABOUT.matcher(about).matches();
  }

  /** The same form with what was typed in it, as far as it can be shown again. */
  public Form filled(Entered entered) {
    return new Form(
        id,
        title,
        intro,
        fields.stream().map(field -> field.filled(entered)).toList(),
        submit,
        missing,
        about);
  }

  private static boolean isShort(String words) {
    return !words.isBlank() && words.length() <= LONGEST_TITLE;
  }

  static void expect(boolean isSo, String expected, String found) {
    if (!isSo) {
      throw new IllegalArgumentException("A form needs " + expected + ", not: " + found);
    }
  }
}
