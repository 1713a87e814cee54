package org.rapport.bot.channel.slack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapport.bot.conversation.privacy.PersonalData;
import org.rapport.knowledge.Question;

/** Words in Slack's markup as they may be kept: personal data masked, mentions by their id. */
final class MaskedWords {
  private static final Pattern MENTION = Pattern.compile("<(@[A-Z0-9]+)(?:\\|[^>]*)?>");

  /** In characters; with its markup, as much as the coach reads. */
  private static final int LONGEST = 2 * Question.MAX_LENGTH;

  private MaskedWords() {}

  /** The masked words, or empty if none may be kept, as masking is in doubt. */
  static Optional<String> of(String whole) {
    String typed = whole.substring(0, Math.min(whole.length(), LONGEST));
    if (PersonalData.find(MENTION.matcher(typed).replaceAll(" ")).isDropped()) {
      return Optional.empty();
    }
    StringBuilder masked = new StringBuilder();
    Matcher mention = MENTION.matcher(typed);
    int from = 0;
    while (mention.find()) {
      masked.append(mask(typed.substring(from, mention.start())));
      masked.append('<').append(mention.group(1)).append('>');
      from = mention.end();
    }
    return Optional.of(masked.append(mask(typed.substring(from))).toString());
  }

  private static String mask(String words) {
    PersonalData data = PersonalData.find(words);
    return data.isDropped() ? "" : data.spoken();
  }
}
