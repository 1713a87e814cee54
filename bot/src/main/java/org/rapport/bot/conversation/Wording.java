package org.rapport.bot.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.rapport.bot.message.Text;

/**
 * The sentences that the bot itself says, from {@code wording.properties}, and what it calls people
 * in them.
 */
public final class Wording {
  private final Properties sentences = new Properties();
  private final Map<String, String> always;
  private final Names names;

  /**
   * Names nobody.
   *
   * @param always names and values that any sentence may hold, as {@code {contact}}
   */
  public Wording(Map<String, String> always) {
    this(always, _ -> Optional.empty());
  }

  /**
   * @param always names and values that any sentence may hold, as {@code {contact}}
   */
  public Wording(Map<String, String> always, Names names) {
    this.always = Map.copyOf(always);
    this.names = names;
    try (InputStream file = Wording.class.getResourceAsStream("/wording.properties")) {
      if (file == null) {
        throw new IllegalStateException("wording.properties is missing");
      }
      sentences.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A sentence, as plain words. */
  public String words(String key) {
    String sentence = sentences.getProperty(key);
    if (sentence == null) {
      throw new IllegalArgumentException("No wording is called " + key);
    }
    for (Map.Entry<String, String> value : always.entrySet()) {
      sentence = sentence.replace("{" + value.getKey() + "}", value.getValue());
    }
    return sentence;
  }

  /**
   * A sentence that holds values of its own, as plain words.
   *
   * @param values by name; figures and the like, never what a person typed
   */
  public String words(String key, Map<String, String> values) {
    String sentence = words(key);
    for (Map.Entry<String, String> value : values.entrySet()) {
      sentence = sentence.replace("{" + value.getKey() + "}", value.getValue());
    }
    return sentence;
  }

  /** What people are called. */
  Names names() {
    return names;
  }

  /** A sentence with its bold, italics and links. */
  public Text text(String key) {
    return Text.markdown(words(key));
  }
}
