package org.rapport.knowledge;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is typed, the outcome is a whole answer: no exception, and work with an end. */
class AskPropertyTest {
  private static final int LONG = 10_000;
  private static final List<String> QUESTIONS = AskTrial.questions(1);

  /** What a search for greetings, thanks, marks or words may stumble over when there is much. */
  private static final List<String> BOMBS =
      List.of(
          "\u2026",
          "? ",
          "hi ",
          "hi-hi,",
          " ta",
          ", please in advance",
          "thanks!",
          "a.",
          "a-'",
          "\ufdfa",
          "\u0300",
          "\u4e00",
          "\ud83d\udc69\u200d\ud83d\ude80",
          "\ud800",
          "(((",
          "e\u0301",
          "ftsu ",
          "\u202e\u2066");

  @Provide
  Arbitrary<String> golden() {
    return Arbitraries.of(QUESTIONS);
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.strings().all().ofMaxLength(200);
  }

  @Provide
  Arbitrary<String> controls() {
    return Arbitraries.strings()
        .withCharRange('\u0000', '\u001f')
        .withCharRange('\u007f', '\u00a0')
        .withCharRange('\u200b', '\u202f')
        .withCharRange('\u2060', '\u206f')
        .withCharRange('\ufff0', '\uffff')
        .withCharRange('a', 'c')
        .ofMaxLength(100);
  }

  @Provide
  Arbitrary<String> scripts() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('\u0370', '\u03ff')
        .withCharRange('\u0400', '\u04ff')
        .withCharRange('\u0590', '\u06ff')
        .withCharRange('\u0e00', '\u0e7f')
        .withCharRange('\u3040', '\u30ff')
        .withCharRange('\u4e00', '\u4e7f')
        .withCharRange('\uac00', '\uac7f')
        .withCharRange('\ud83c', '\ud83e')
        .withCharRange('\udc00', '\udfff')
        .withChars(' ', '\n')
        .ofMaxLength(300);
  }

  @Provide
  Arbitrary<String> bombs() {
    return Arbitraries.of(BOMBS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(parts -> String.join("", parts));
  }

  @Property(seed = "1", tries = 60)
  void anyCharacters(@ForAll("units") String words) {
    AskTrial.of(words);
  }

  @Property(seed = "1", tries = 40)
  void controlCharacters(@ForAll("controls") String words) {
    AskTrial.of(words);
  }

  @Property(seed = "1", tries = 10)
  void mixedScripts(@ForAll("scripts") String words) {
    AskTrial.of(words);
  }

  @Property(seed = "1", tries = 5)
  void oneVeryLongWord(@ForAll char letter, @ForAll @IntRange(min = 100, max = LONG) int length) {
    AskTrial.of("should i " + String.valueOf(letter).repeat(length));
  }

  @Property(seed = "1", tries = 4)
  void muchOfTheSame(
      @ForAll("bombs") String bomb,
      @ForAll("golden") String before,
      @ForAll("golden") String after) {
    AskTrial.of(before + bomb.repeat(LONG / bomb.length()) + after);
    AskTrial.of(bomb.repeat(Question.MAX_LENGTH / bomb.length()));
  }

  @Property(seed = "1", tries = 60)
  void questionsWithSlips(
      @ForAll("golden") String question,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 20) int slips) {
    StringBuilder words = new StringBuilder(question);
    Random random = new Random(seed);
    for (int i = 0; i < slips && !words.isEmpty(); i++) {
      int at = random.nextInt(words.length());
      switch (random.nextInt(4)) {
        case 0 -> words.deleteCharAt(at);
        case 1 -> words.insert(at, (char) random.nextInt(Character.MAX_VALUE + 1));
        case 2 -> words.setCharAt(at, (char) random.nextInt(128));
        default -> words.append(words, at, Math.min(words.length(), at + LONG / slips));
      }
    }
    AskTrial.of(words.toString());
  }

  @Property(seed = "1", tries = 10)
  void splicedQuestions(
      @ForAll("golden") String first,
      @ForAll("golden") String second,
      @ForAll("units") String between,
      @ForAll @IntRange(max = 100) int cut) {
    int at = first.length() * cut / 100;
    AskTrial.of(first.substring(0, at) + between + second + first.substring(at));
  }
}
