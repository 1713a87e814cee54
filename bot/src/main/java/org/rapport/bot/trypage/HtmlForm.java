package org.rapport.bot.trypage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.renderer.html.HtmlWriter;
import org.rapport.bot.message.Field;
import org.rapport.bot.message.Form;

/** Turns a form into HTML. Every word and every attribute goes through the writer's escaping. */
final class HtmlForm {
  private final StringBuilder html = new StringBuilder();
  private final HtmlWriter out = new HtmlWriter(html);
  private final Map<String, String> problems;

  private HtmlForm(Map<String, String> problems) {
    this.problems = problems;
  }

  /**
   * The form as a fragment whose heading is of the third level.
   *
   * @param problems what is wrong by the field's id; shown at the field
   */
  static String render(Form form, Map<String, String> problems) {
    HtmlForm drawn = new HtmlForm(problems);
    drawn.form(form);
    return drawn.html.toString();
  }

  private void form(Form form) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", "form");
    attributes.put("data-form", form.id());
    attributes.put("data-about", form.about());
    attributes.put("aria-label", form.title());
    // What is missing is said at its field, as a channel says it.
    attributes.put("novalidate", "");
    out.tag("form", attributes);
    element("h3", Map.of("tabindex", "-1"), () -> out.text(form.title()));
    html.append(HtmlRenderer.render(form.intro()));
    form.fields().forEach(this::field);
    element("button", Map.of("type", "submit"), () -> out.text(form.submit()));
    out.tag("/form");
  }

  private void field(Field field) {
    element(
        "div",
        Map.of("class", "field"),
        () -> {
          switch (field) {
            case Field.OneOf one ->
                options(one.ask(), "radio", one.options(), one.first().stream().toList());
            case Field.SomeOf some -> options(some.ask(), "checkbox", some.options(), some.first());
            case Field.Words words -> words(words);
            case Field.Day day -> input(day.ask(), "date", day.first());
            case Field.Time time -> input(time.ask(), "time", time.first());
          }
        });
  }

  private void options(
      Field.Ask ask, String type, List<Field.Option> options, List<String> chosen) {
    Map<String, String> attributes = new LinkedHashMap<>();
    if (type.equals("radio")) {
      attributes.put("role", "radiogroup");
    }
    described(ask, attributes);
    element(
        "fieldset",
        attributes,
        () -> {
          element("legend", Map.of(), () -> out.text(label(ask)));
          notes(ask);
          for (Field.Option option : options) {
            element("label", Map.of(), () -> option(ask, type, option, chosen));
          }
        });
  }

  private void option(Field.Ask ask, String type, Field.Option option, List<String> chosen) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("type", type);
    attributes.put("name", ask.id());
    attributes.put("value", option.id());
    if (chosen.contains(option.id())) {
      attributes.put("checked", "");
    }
    out.tag("input", attributes, true);
    out.text(" " + option.label());
  }

  private void words(Field.Words words) {
    Map<String, String> attributes = named(words.ask());
    attributes.put("maxlength", String.valueOf(words.longest()));
    if (words.lines()) {
      attributes.put("rows", "3");
      element("textarea", attributes, () -> out.text(words.first()));
    } else {
      attributes.put("type", "text");
      attributes.put("value", words.first());
      out.tag("input", attributes, true);
    }
  }

  private void input(Field.Ask ask, String type, Optional<?> first) {
    Map<String, String> attributes = named(ask);
    attributes.put("type", type);
    attributes.put("value", first.map(Object::toString).orElse(""));
    out.tag("input", attributes, true);
  }

  /** Writes the label and what is to be known, and gives the attributes that lead to them. */
  private Map<String, String> named(Field.Ask ask) {
    String id = "field-" + ask.id();
    element("label", Map.of("for", id), () -> out.text(label(ask)));
    notes(ask);
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("id", id);
    attributes.put("name", ask.id());
    if (!ask.optional()) {
      attributes.put("required", "");
    }
    described(ask, attributes);
    return attributes;
  }

  private void notes(Field.Ask ask) {
    if (!ask.hint().isBlank()) {
      element("p", Map.of("class", "hint", "id", hintId(ask)), () -> out.text(ask.hint()));
    }
    Optional.ofNullable(problems.get(ask.id()))
        .ifPresent(problem ->
            element("p", Map.of("class", "mend", "id", problemId(ask)), () -> out.text(problem)));
  }

  private void described(Field.Ask ask, Map<String, String> attributes) {
    String hint = ask.hint().isBlank() ? "" : hintId(ask) + " ";
    boolean isWrong = problems.containsKey(ask.id());
    String description = (hint + (isWrong ? problemId(ask) : "")).strip();
    if (!description.isEmpty()) {
      attributes.put("aria-describedby", description);
    }
    if (isWrong) {
      attributes.put("aria-invalid", "true");
    }
  }

  private static String label(Field.Ask ask) {
    return ask.optional() ? ask.label() + " (optional)" : ask.label();
  }

  private static String hintId(Field.Ask ask) {
    return "hint-" + ask.id();
  }

  private static String problemId(Field.Ask ask) {
    return "problem-" + ask.id();
  }

  private void element(String tag, Map<String, String> attributes, Runnable content) {
    out.tag(tag, attributes);
    content.run();
    out.tag("/" + tag);
  }
}
