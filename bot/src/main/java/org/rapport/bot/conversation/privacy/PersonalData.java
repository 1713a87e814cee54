package org.rapport.bot.conversation.privacy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The personal data in a text. Strict rather than clever: it would sooner mask a harmless number
 * than keep one that belongs to somebody.
 *
 * @param words the text with disguises undone (full-width digits, hidden characters); places in
 *     {@code found} are places in it
 * @param found by place, none over another
 * @param aboutHealth whether the words are about somebody's health or care
 * @param doubt whether a name may stand beside health details that was not found for sure
 */
public record PersonalData(String words, List<Found> found, boolean aboutHealth, Doubt doubt) {
  /** What is kept of a text in which masking is in doubt. */
  public static final String DROPPED = "[not kept: it may name a person]";

  public PersonalData {
    found = List.copyOf(found);
  }

  /** Finds the personal data in any text; never throws. */
  public static PersonalData find(String text) {
    String words = plain(text);
    Identifiers identifiers = Identifiers.in(words);
    Names names = Names.in(identifiers.rest());
    List<Found> all = new ArrayList<>(identifiers.found());
    all.addAll(names.found());
    all.sort(Comparator.comparingInt(Found::start));
    return new PersonalData(words, all, names.aboutHealth(), names.doubt());
  }

  /** What may be kept of a text: masked, or {@link #DROPPED}. */
  public static String mask(String text) {
    return find(text).kept();
  }

  /** What may be kept: the words with each piece replaced by its kind, or {@link #DROPPED}. */
  public String kept() {
    return isDropped() ? DROPPED : with(Kind::instead);
  }

  /**
   * The words with each piece replaced by an everyday word for it, as "someone", for asking the
   * guidance. May still hold what is in doubt, so it is not for keeping if {@link #isDropped}.
   */
  public String spoken() {
    return with(Kind::spoken);
  }

  private String with(Function<Kind, String> instead) {
    StringBuilder masked = new StringBuilder();
    int from = 0;
    for (Found piece : found) {
      masked.append(words, from, piece.start()).append(instead.apply(piece.kind()));
      from = piece.end();
    }
    return masked.append(words, from, words.length()).toString();
  }

  /** Whether nothing of the words may be kept, as masking is in doubt. */
  public boolean isDropped() {
    return doubt != Doubt.NONE;
  }

  /**
   * Whether the asker should hear why not to share this: it holds an identifier, or may name
   * somebody beside their health. A misspelt word is no reason.
   */
  public boolean worthATelling() {
    return doubt == Doubt.STRONG || found.stream().map(Found::kind).anyMatch(this::worthATelling);
  }

  private boolean worthATelling(Kind kind) {
    return kind.alwaysTold() || (aboutHealth && kind == Kind.NAME);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\p{Cf}", "")
        .replaceAll("\\p{Cc}", " ")
        .replaceAll("[‘’ʼ`´]", "'")
        .replaceAll("[‐‑‒–—]", "-");
  }
}
