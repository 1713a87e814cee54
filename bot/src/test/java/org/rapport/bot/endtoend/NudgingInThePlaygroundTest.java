package org.rapport.bot.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.endtoend.PlaygroundPerson.button;
import static org.rapport.bot.endtoend.PlaygroundPerson.choose;

import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Nudges that a comms lead starts and that Rapport sends by itself, and what a leader does with
 * them, each in a client like Teams.
 */
class NudgingInThePlaygroundTest extends InThePlayground {
  /** A Tuesday morning in winter: the day on which nudges come unless somebody wants another. */
  private final InstantSource clock = from(Instant.parse("2027-02-02T10:00:00Z"));

  @Override
  InstantSource clock() {
    return clock;
  }

  @Test
  void aLeaderWritesThePostOfANudgeSettlesItWhereItStandsAndStopsAtTheNext() {
    PlaygroundPerson lead = person(PlaygroundPerson.LEAD);
    PlaygroundPerson chief = person(PlaygroundPerson.CHIEF);
    connects(chief);
    enrolsEverybody(lead);

    starts(lead, "Spring coaching", "The weekly coach", "");
    Locator nudge = chief.card("Ten minutes this week");
    assertThat(nudge).containsText("Why you get this. Your communications team");
    writesItsPost(chief, nudge);
    button(nudge, "Done").click();
    assertThat(nudge).containsText("Well done, and thank you.");
    assertThat(nudge).containsText("Ten minutes this week");
    assertThat(button(nudge, "Done")).hasCount(0);
    assertThat(rapport.kept().reactions()).containsExactly("acted", "done");

    starts(lead, "Thank a team", "One nudge, once", "Thank one team by name this week.");
    Locator second = chief.card("Thank one team by name this week.");
    assertThat(second).not().containsText("Why you get this");
    button(second, "Stop").click();
    assertThat(chief.card("Stopped. I will not write to you unasked any more")).isVisible();
    assertThat(chief.card("Thank one team by name this week.")).hasCount(0);
    chief.write("settings");
    assertThat(chief.card("Your settings")).containsText("Nudges: stopped");
    assertThat(rapport.kept().reactions()).containsExactly("acted", "done", "stopped");
    assertThat(rapport.kept().everything()).doesNotContain("heroes of ours");
  }

  /** On Instagram every post for those who are used to posting has something to fill in. */
  private static void connects(PlaygroundPerson chief) {
    chief.write("settings");
    button(chief.card("Your settings"), "Change them").click();
    Locator form = chief.card("Time zone");
    choose(form, "Connector");
    choose(form, "Instagram");
    button(form, "Save").click();
    assertThat(chief.card("Your settings")).containsText("Platforms: Instagram");
  }

  private static void enrolsEverybody(PlaygroundPerson lead) {
    lead.goToCommsChannel();
    lead.mention("people import");
    lead.goToOwnChat();
    assertThat(lead.card("Who is enrolled")).containsText("Newly enrolled: 6");
  }

  private static void starts(PlaygroundPerson lead, String name, String kind, String words) {
    lead.write("campaigns");
    button(lead.card("Your campaigns"), "New campaign").click();
    Locator form = lead.card("This makes a draft.");
    form.getByLabel("Name").fill(name);
    choose(form, kind);
    form.getByLabel("What it says").fill(words);
    button(form, "Make a draft").click();
    Locator draft = lead.card(name);
    assertThat(draft).containsText("State: draft");
    button(draft, "Start now").click();
    assertThat(lead.card("State: scheduled")).containsText(name);
  }

  private static void writesItsPost(PlaygroundPerson chief, Locator nudge) {
    button(nudge, "I'll post this").click();
    Locator form = chief.card("Make it yours");
    button(form, "Check it").click();
    assertThat(form).containsText("Please answer this.");
    choose(form, "LinkedIn");
    form.locator("input[type=text], textarea").all().forEach(NudgingInThePlaygroundTest::fill);
    button(form, "Check it").click();

    Locator post = chief.card("Your post for LinkedIn");
    assertThat(post).containsText("It speaks of heroes or angels.");
    assertThat(button(post, "Can I call our staff heroes?")).isVisible();
    assertThat(post.getByText("Open LinkedIn with these words"))
        .hasAttribute("href", Pattern.compile("https://www.linkedin.com/.*heroes.*"));
    assertThat(button(post, "Check it")).hasCount(0);
  }

  /** As typed; the field takes no more than it has room for. */
  private static void fill(Locator field) {
    field.pressSequentially("heroes of ours");
  }
}
