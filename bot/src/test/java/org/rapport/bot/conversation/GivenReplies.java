package org.rapport.bot.conversation;

import java.util.function.Function;

/** A coach that says what a test gives it to say. */
public record GivenReplies(Function<Incoming, Reply> toWords, Function<FormStep, FormReply> toForms)
    implements Responder {

  /** A coach whom nobody may ask. */
  public static GivenReplies none() {
    return new GivenReplies(
        incoming -> {
          throw new AssertionError("never asked");
        },
        step -> {
          throw new AssertionError("never asked");
        });
  }

  @Override
  public Reply reply(Incoming incoming) {
    return toWords.apply(incoming);
  }

  @Override
  public FormReply reply(FormStep step) {
    return toForms.apply(step);
  }
}
