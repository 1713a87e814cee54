package org.rapport.bot.message;

/** What a button does. {@link ActionCodec} turns one into text and back. */
public sealed interface Action {

  /** Ask this question. */
  record Ask(String question) implements Action {}

  /** Say whether an answer was right. */
  record Rate(String answer, boolean right) implements Action {}

  /**
   * Open a form.
   *
   * @param form the form's id
   * @param about what it is about, as in {@link Form#about}
   */
  record Open(String form, String about) implements Action {
    public Open {
      Form.expect(Form.isReference(form, about), "an id and a short reference", form);
    }
  }

  /**
   * Do something that changes what is shown, in place where nobody else reads it.
   *
   * @param button the id of what it does
   * @param about what it is about: a short reference, as in {@link Form#about}
   */
  record Press(String button, String about) implements Action {
    public Press {
      Form.expect(Form.isReference(button, about), "an id and a short reference", button);
    }
  }

  /** Read the whole of an answer that was cut. */
  record ReadAll(String title) implements Action {}
}
