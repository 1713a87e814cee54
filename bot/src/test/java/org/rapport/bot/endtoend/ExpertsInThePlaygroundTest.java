package org.rapport.bot.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.endtoend.PlaygroundPerson.button;
import static org.rapport.bot.endtoend.PlaygroundPerson.choose;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** A leader asks their communications team, each in a client like Teams. */
class ExpertsInThePlaygroundTest extends InThePlayground {
  /** The Playground opens no dialog from a channel, so the lead answers in their own chat. */
  @Test
  void aQuestionIsClaimedInTheChannelAndAnsweredAndItsAskerReadsWhoAnswered() {
    PlaygroundPerson lead = person(PlaygroundPerson.LEAD);
    PlaygroundPerson chief = person(PlaygroundPerson.CHIEF);
    lead.goToCommsChannel();
    lead.mention("admin experts here");
    assertThat(lead.card("From now on, questions to your organisation's experts")).isVisible();

    asks(chief, "Yes, with my name");
    Locator asked = lead.card("A question to the experts");
    assertThat(asked).containsText("Open since");
    assertThat(asked).containsText("How often should our board post?");
    assertThat(asked).containsText("Asked by Amara Okafor");
    button(asked, "I will answer").click();
    assertThat(asked).containsText("Claimed");
    assertThat(asked).containsText("Ben Hughes");
    assertThat(chief.card("Your question to the experts")).containsText("Ben Hughes");

    lead.goToOwnChat();
    lead.write("experts");
    button(lead.card("A question to the experts"), "Answer").click();
    Locator form = lead.card("Your answer");
    button(form, "Send").click();
    assertThat(form).containsText("Please answer this.");
    form.getByLabel("Your answer").fill("Once a week is plenty. We can help.");
    button(form, "Send").click();
    assertThat(lead.card("Once a week is plenty.")).containsText("Answered");

    Locator answer = chief.card("An expert has answered");
    assertThat(answer).containsText("How often should our board post?");
    assertThat(answer).containsText("Once a week is plenty. We can help.");
    assertThat(answer).containsText("Ben Hughes");
    lead.goToCommsChannel();
    assertThat(lead.card("A question to the experts")).containsText("Once a week is plenty.");
    button(answer, "Thank you, that is all").click();
    assertThat(answer).containsText("Closed");
    assertThat(lead.card("A question to the experts")).containsText("Closed");
    assertThat(rapport.kept().expertQuestions())
        .containsExactly(
            "closed: How often should our board post? Once a week is plenty. We can help.");
  }

  @Test
  void withoutAChannelTheQuestionComesToTheLeadsOwnChatAndNobodyReadsWhoAsked() {
    PlaygroundPerson lead = person(PlaygroundPerson.LEAD);
    PlaygroundPerson chief = person(PlaygroundPerson.CHIEF);

    asks(chief, "No, without my name");
    Locator asked = lead.card("A question to the experts");
    assertThat(asked).containsText("How often should our board post?");
    assertThat(asked).not().containsText("Amara");
    button(asked, "Close").click();
    assertThat(asked).containsText("Closed");

    assertThat(chief.card("Your question to the experts")).containsText("Closed");
    assertThat(rapport.kept().expertQuestions())
        .containsExactly("closed: How often should our board post? null");
  }

  private static void asks(PlaygroundPerson chief, String name) {
    chief.write("how often should I post");
    button(chief.card("How often should I post?"), "Ask an expert").click();
    Locator form = chief.card("May they see who asks?");
    assertThat(form.getByLabel("Your question")).hasValue("how often should I post");
    form.getByLabel("Your question").fill("How often should our board post?");
    choose(form, name);
    button(form, "Send").click();
    assertThat(chief.card("Your question is with your communications team.")).isVisible();
    assertThat(chief.card("Your question to the experts"))
        .containsText("How often should our board post?");
  }
}
