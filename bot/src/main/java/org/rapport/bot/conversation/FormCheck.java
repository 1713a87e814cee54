package org.rapport.bot.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Field;
import org.rapport.bot.message.Form;

/** Checks what came back against the form that was shown. */
final class FormCheck {
  private final Wording wording;

  FormCheck(Wording wording) {
    this.wording = wording;
  }

  /** Whether the form could have sent this: only its own fields, and only options that it has. */
  static boolean isOf(Form form, Entered entered) {
    List<String> ids = form.fields().stream().map(field -> field.ask().id()).toList();
    return ids.containsAll(entered.fields())
        && form.fields().stream().allMatch(field -> isOf(field, entered.all(field.ask().id())));
  }

  /** What its sender has to mend, by the field's id. */
  Map<String, String> problems(Form form, Entered entered) {
    Map<String, String> problems = new LinkedHashMap<>();
    for (Field field : form.fields()) {
      String id = field.ask().id();
      Optional<String> problem =
          entered.one(id).isPresent()
              ? problem(field, entered.one(id).get())
              : Optional.of(form.missing()).filter(missing -> !field.ask().optional());
      problem.ifPresent(words -> problems.put(id, words));
    }
    return problems;
  }

  private static boolean isOf(Field field, List<String> said) {
    return switch (field) {
      case Field.OneOf one -> said.size() <= 1 && hasAll(one.options(), said);
      case Field.SomeOf some -> hasAll(some.options(), said);
      case Field.Words _, Field.Day _, Field.Time _ -> said.size() <= 1;
    };
  }

  private static boolean hasAll(List<Field.Option> options, List<String> said) {
    return said.size() <= options.size()
        && options.stream().map(Field.Option::id).toList().containsAll(said);
  }

  private Optional<String> problem(Field field, String said) {
    return switch (field) {
      case Field.OneOf _, Field.SomeOf _ -> Optional.empty();
      case Field.Words words when said.length() > words.longest() ->
          Optional.of(
              wording.words("form.too-long", Map.of("longest", String.valueOf(words.longest()))));
      case Field.Words _ -> Optional.empty();
      case Field.Day _ -> unless(Field.Day.read(said), "form.no-day");
      case Field.Time _ -> unless(Field.Time.read(said), "form.no-time");
    };
  }

  private Optional<String> unless(Optional<?> read, String key) {
    return read.isPresent() ? Optional.empty() : Optional.of(wording.words(key));
  }
}
