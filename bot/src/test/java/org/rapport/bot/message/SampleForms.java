package org.rapport.bot.message;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rapport.bot.conversation.SampleExpertMessages;

/** Forms of every kind, by name. Each channel draws them to golden files. */
public final class SampleForms {

  private SampleForms() {}

  /** Every sample by its name. */
  public static Map<String, Form> all() {
    Map<String, Form> all = new LinkedHashMap<>();
    all.put("form-every-kind", everyKind());
    all.put("form-filled", filled());
    all.put("form-menus", menus());
    all.put("form-hostile", hostile());
    all.putAll(SampleExpertMessages.forms());
    return all;
  }

  /** One field of every kind, empty; {@code why} must be answered. */
  public static Form everyKind() {
    return form(
        List.of(
            new Field.OneOf(
                new Field.Ask("why", "What was wrong?", "", false),
                List.of(option("wrong", "It is wrong"), option("other", "Something else")),
                Optional.empty()),
            new Field.SomeOf(
                new Field.Ask("networks", "Where are you?", "All that you use.", true),
                List.of(option("x", "X"), option("linkedin", "LinkedIn")),
                List.of()),
            new Field.Words(new Field.Ask("name", "A name for it", "", true), false, 80, ""),
            new Field.Words(
                new Field.Ask("words", "In your words", "Without names.", true), true, 1000, ""),
            new Field.Day(new Field.Ask("day", "Pause until", "", true), Optional.empty()),
            new Field.Time(new Field.Ask("time", "Best time", "", true), Optional.empty())));
  }

  /** The same with something in every field. */
  public static Form filled() {
    return everyKind()
        .filled(
            new Entered(
                Map.of(
                    "why", List.of("other"),
                    "networks", List.of("x", "linkedin"),
                    "name", List.of("A & B"),
                    "words", List.of("One\nTwo"),
                    "day", List.of(LocalDate.of(2026, 11, 22).toString()),
                    "time", List.of(LocalTime.of(8, 30).toString()))));
  }

  /** More options than fit beside each other. */
  static Form menus() {
    List<Field.Option> many =
        IntStream.range(0, 40).mapToObj(n -> option("option-" + n, "Option " + n)).toList();
    return form(
        List.of(
            new Field.OneOf(new Field.Ask("one", "One", "", false), many, Optional.of("option-7")),
            new Field.SomeOf(new Field.Ask("some", "Some", "", false), many, List.of("option-8"))));
  }

  public static Form hostile() {
    String words = "<!channel> <script>alert('x')</script> & *bold* [l](https://evil.example)";
    return form(
        List.of(
            new Field.OneOf(
                new Field.Ask("why", words, words, false),
                List.of(option("a", words), option("b", "\u202Eright to left")),
                Optional.empty()),
            new Field.Words(new Field.Ask("words", words, words, true), true, 3000, words)));
  }

  private static Form form(List<Field> fields) {
    return new Form(
        "sample",
        "What was wrong?",
        List.of(new Block.Paragraph(Text.markdown("Tell us **why**, without names."))),
        fields,
        "Send",
        "Please answer this.",
        "answer-1");
  }

  private static Field.Option option(String id, String label) {
    return new Field.Option(id, label);
  }
}
