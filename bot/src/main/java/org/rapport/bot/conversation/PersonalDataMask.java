package org.rapport.bot.conversation;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes personal data out of a question before it is kept. Strict rather than clever: it would
 * sooner mask a harmless number than keep one that belongs to somebody.
 */
final class PersonalDataMask {
  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final String DAY = "\\d{1,2}(?:st|nd|rd|th)?";

  /** In this order: what comes first is gone before the next one looks. */
  private static final List<Rule> BEFORE_NUMBERS =
      List.of(
          rule("[e-mail]", "[\\w.+%'-]+@[\\w-]+(?:\\.[\\w-]+)+"),
          rule("[link]", "\\b(?:https?://|www\\.)[^\\s>|]+"),
          rule("[person]", "<@[^>]*>|<at\\b[^>]*>.*?</at>"),
          rule("[handle]", "(?<![\\w])@[\\w.]{2,}"),
          rule("[NI number]", "\\b[a-z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[a-d]\\b"),
          rule(
              "[date]",
              "\\b\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})\\b"
                  + "|\\b\\d{4}[/.-]\\d{1,2}[/.-]\\d{1,2}\\b"
                  + ("|\\b" + DAY + " (?:of )?" + MONTH + ",? '?(?:\\d{4}|\\d{2})\\b")
                  + ("|\\b" + MONTH + " " + DAY + ",? '?(?:\\d{4}|\\d{2})\\b")));

  private static final Pattern TEN_DIGITS =
      Pattern.compile("(?<![\\d+])\\d{3}[ -]?\\d{3}[ -]?\\d{4}(?!\\d)");

  private static final List<Rule> AFTER_NUMBERS =
      List.of(
          rule(
              "[phone]",
              "(?<!\\w)(?:(?:\\+|00)44|\\(?0)[\\s().-]{0,4}\\d(?:[\\s().-]{0,2}\\d){7,10}(?!\\d)"),
          rule("[postcode]", "\\b(?:gir ?0aa|[a-z]{1,2}\\d[a-z\\d]? ?\\d[abd-hjlnp-uw-z]{2})\\b"),
          rule("[number]", "\\d{7,}"));

  private PersonalDataMask() {}

  /** The words with personal data replaced by what kind it was. */
  static String mask(String words) {
    String masked =
        Normalizer.normalize(words, Normalizer.Form.NFKC)
            .replaceAll("\\p{Cf}", "")
            .replaceAll("\\p{Cc}", " ");
    for (Rule rule : BEFORE_NUMBERS) {
      masked = rule.apply(masked);
    }
    masked =
        TEN_DIGITS
            .matcher(masked)
            .replaceAll(found -> isNhsNumber(found.group()) ? "[NHS number]" : found.group());
    for (Rule rule : AFTER_NUMBERS) {
      masked = rule.apply(masked);
    }
    return masked;
  }

  /** Whether the last of ten digits is the check digit of the first nine, by modulus 11. */
  private static boolean isNhsNumber(String text) {
    String digits = text.replaceAll("\\D", "");
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (10 - i) * Character.digit(digits.charAt(i), 10);
    }
    int check = (11 - sum % 11) % 11;
    return check == Character.digit(digits.charAt(9), 10);
  }

  private static Rule rule(String instead, String pattern) {
    return new Rule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), instead);
  }

  private record Rule(Pattern pattern, String instead) {
    String apply(String words) {
      return pattern.matcher(words).replaceAll(instead);
    }
  }
}
