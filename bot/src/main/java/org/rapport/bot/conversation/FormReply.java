package org.rapport.bot.conversation;

import java.util.Map;
import org.rapport.bot.message.Form;

/** What the coach does with a form that was asked for or sent; a {@link Reply} ends it. */
public sealed interface FormReply permits FormReply.Show, FormReply.Mend, Reply {

  /** Show this form. */
  record Show(Form form) implements FormReply {}

  /**
   * Keep the form open and show what is wrong beside its fields.
   *
   * @param form the form with what was typed in it
   * @param problems what is wrong by the field's id, at least one
   */
  record Mend(Form form, Map<String, String> problems) implements FormReply {
    public Mend {
      problems = Map.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("Expected what to mend in the form " + form.id());
      }
    }
  }
}
