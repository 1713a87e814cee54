package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Form;

/** All forms of the coach's: finds the one that is meant, and checks what came back. */
final class Forms {
  private final Map<String, FormPage> pages;
  private final FormCheck check;
  private final CoachMessages messages;

  /**
   * @throws IllegalStateException if two have the same id
   */
  Forms(List<FormPage> pages, Wording wording) {
    this(pages, new FormCheck(wording), new CoachMessages(wording));
  }

  private Forms(Collection<FormPage> pages, FormCheck check, CoachMessages messages) {
    this.pages =
        pages.stream().collect(Collectors.toUnmodifiableMap(FormPage::id, Function.identity()));
    this.check = check;
    this.messages = messages;
  }

  /** These and one more. */
  Forms and(FormPage page) {
    List<FormPage> all = new ArrayList<>(pages.values());
    all.add(page);
    return new Forms(all, check, messages);
  }

  FormReply reply(FormStep step) {
    return Optional.ofNullable(pages.get(step.form()))
        .map(page -> reply(page, step))
        .orElseGet(this::gone);
  }

  private FormReply reply(FormPage page, FormStep step) {
    FormReply opened = page.open(step.from(), step.about());
    return switch (step) {
      case FormStep.Wanted _ -> opened;
      case FormStep.Sent sent ->
          switch (opened) {
            case FormReply.Show show -> taken(page, show.form(), sent);
            case FormReply.Mend mend -> mend;
            case Reply reply -> reply;
          };
    };
  }

  private FormReply taken(FormPage page, Form form, FormStep.Sent sent) {
    Entered entered = sent.entered();
    if (!FormCheck.isOf(form, entered)) {
      return gone();
    }
    Map<String, String> problems = check.problems(form, entered);
    return problems.isEmpty()
        ? page.take(sent.from(), form, entered)
        : new FormReply.Mend(form.filled(entered), problems);
  }

  private FormReply gone() {
    return new Reply(messages.brief("form.gone"), true);
  }
}
