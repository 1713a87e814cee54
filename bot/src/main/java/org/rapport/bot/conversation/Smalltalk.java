package org.rapport.bot.conversation;

import java.util.Locale;
import java.util.Set;

/** Words that are no question: a greeting, a call for help, thanks, or nothing at all. */
enum Smalltalk {
  HELP,
  THANKS,
  EMPTY,
  /** None of these: to be answered from the guidance. */
  QUESTION;

  private static final Set<String> HELP_WORDS =
      Set.of(
          "help",
          "help me",
          "hi",
          "hello",
          "hello there",
          "hi there",
          "hiya",
          "hey",
          "good morning",
          "good afternoon",
          "good evening",
          "start",
          "menu",
          "what can you do",
          "what do you do",
          "who are you",
          "what are you",
          "what is this",
          "how does this work",
          "how do you work",
          "what can i ask",
          "what can i ask you",
          "what can you help with",
          "what can you help me with",
          "can you help me",
          "can you help");
  private static final Set<String> THANKS_WORDS =
      Set.of(
          "thanks",
          "thank you",
          "thank you very much",
          "thanks a lot",
          "many thanks",
          "cheers",
          "ta",
          "great thanks",
          "ok thanks",
          "perfect thanks",
          "thats great thanks",
          "thats helpful",
          "very helpful",
          "brilliant",
          "great",
          "perfect",
          "ok");

  static Smalltalk of(String text) {
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return EMPTY;
    }
    String folded =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("['\u2019]", "")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    if (HELP_WORDS.contains(folded)) {
      return HELP;
    }
    return THANKS_WORDS.contains(folded) ? THANKS : QUESTION;
  }
}
