package org.rapport.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rapport.bot.campaign.reaction.GivenNudge;
import org.rapport.bot.campaign.reaction.GivenNudges;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Person;
import org.rapport.bot.store.Store;
import org.rapport.knowledge.library.Platform;

/** Nudges as people see them in Slack and in Teams, and what they do with them. */
class NudgingTest extends OnEachDatabase {
  private static final String DELIVERY = "6f1c2c1e-8d55-4a42-9c0f-6f3f1a0b7e11";

  @Test
  void inSlackANudgeIsSettledWhereItStandsAndOnlyByItsPerson() {
    SlackPerson chief = rapport.chief();
    chief.command("history on");
    give(new Address(Address.Kind.SLACK, chief.team(), chief.user()));
    SlackPerson other = rapport.slackPerson("T0TRUST", "U0AMA");
    SlackPerson stranger = rapport.slackPerson("T0OTHER", "U0STRANGER");

    for (SlackPerson forger : new SlackPerson[] {other, stranger}) {
      forger.pressPrivately(inSlack("nudge-done"));
      assertThat(forger.reads().words()).contains("not on record for you");
    }
    chief.pressPrivately(inSlack("nudge-done"));
    assertThat(rapport.slack.next().body().get("replace_original").getAsBoolean()).isTrue();
    assertThat(rapport.kept().everything())
        .contains("reaction=done")
        .doesNotContain("reaction=stopped");
  }

  @Test
  void inSlackAPostIsFilledInInAModalAndItsWordsAreKeptNowhere() {
    SlackPerson chief = rapport.chief();
    chief.command("history on");
    give(new Address(Address.Kind.SLACK, chief.team(), chief.user()));

    chief.pressPrivately(new Shown.Button("I'll post this", "rapport:open:0", "post/" + DELIVERY));
    JsonObject modal = rapport.slack.next().body().getAsJsonObject("view");
    assertThat(modal.toString()).contains("Make it yours", "Your organisation, as people say it");
    String ready = chief.submit(modal, Map.of("platform", "x", "fill-a", "Northgate Hospitals"));

    assertThat(ready).contains("Your post for X", "https://x.com/intent/post?text");
    assertThat(rapport.kept().everything()).contains("reaction=acted").doesNotContain("Northgate");
  }

  @Test
  void inTeamsANudgeIsSettledInItsCard() {
    TeamsPerson chief = rapport.chiefInTeams();
    chief.write("history on");
    chief.reads();
    give(new Address(Address.Kind.TEAMS, chief.tenant(), chief.directoryId()));

    JsonNode done =
        chief.press(new Shown.Button("Done", "press", "nudge-done/" + DELIVERY), "out-1");
    Shown card = Shown.inTeams(done.path("value"));
    assertThat(card.words()).contains("Well done", "Ten minutes this week");
    assertThat(card.buttons())
        .extracting(Shown.Button::label)
        .contains("Stop")
        .doesNotContain("Done");

    JsonNode stopped =
        chief.press(new Shown.Button("Stop", "press", "nudge-stopped/" + DELIVERY), "out-1");
    assertThat(Shown.inTeams(stopped.path("value")).words()).contains("To begin again");
    assertThat(rapport.kept().everything()).contains("reaction=done", "reaction=stopped");
  }

  @Test
  void theNextNudgeIsShownOnDemand() {
    assertThat(rapport.chief().command("nudge").words())
        .contains("Nobody has enrolled you for nudges yet", "One thing to check");
    TeamsPerson inTeams = rapport.chiefInTeams();
    inTeams.write("my next nudge");
    assertThat(inTeams.reads().words()).contains("Ten minutes this week");
  }

  @Test
  void aPostIsCheckedInChatAndNotKept() {
    Shown checked =
        rapport
            .chief()
            .command("check this post for X: Our heroes on ward 7!\nCall 07700 900123 #oneteam");

    assertThat(checked.words())
        .contains("Your post for X, checked")
        .contains("heroes or angels", "Can I call our staff heroes?")
        .contains("may belong to one person", "begins with a small letter");
    assertThat(checked.buttons())
        .extracting(Shown.Button::label)
        .contains("Can I call our staff heroes?");
    assertThat(rapport.kept().everything()).doesNotContain("900123", "oneteam");
  }

  @Test
  void aCryForHelpInAPostIsHeardFirst() {
    assertThat(
            rapport
                .chief()
                .command("check my post: I can not go on and I want to kill myself")
                .words())
        .contains("Please talk to someone now");
  }

  private static Shown.Button inSlack(String button) {
    return new Shown.Button(button, "rapport:press:0", button + "/" + DELIVERY);
  }

  /** As if a delivery had just come. */
  private void give(Address to) {
    Kept kept = rapport.kept();
    try (Store store = Store.open(kept.data(), kept.url())) {
      Person person = new People(store, InstantSource.system()).person(to).orElseThrow();
      new GivenNudges(store, InstantSource.system())
          .keep(
              new GivenNudge(
                  DELIVERY,
                  person.organisation(),
                  person.id(),
                  "weekly",
                  "1.2027-W05",
                  LocalDate.of(2027, 2, 2),
                  false,
                  Optional.of("nurses-day"),
                  Optional.of(Platform.LINKEDIN),
                  Optional.of("news-and-think-tanks"),
                  Optional.of("own-search"),
                  Instant.parse("2027-02-02T09:00:00Z")));
    }
  }
}
