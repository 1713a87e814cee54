package org.rapport.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignCommandTest {
  private static final String PLAN =
      """
      {"name": "Thank a team", "kind": "one-off", "nudges": [{"words": "Thank one team."}],
       "when": {"start": "2099-01-12T09:00", "zone": "Europe/London"}}
      """;

  @TempDir Path home;

  @BeforeEach
  void thereIsAnOrganisation() throws IOException {
    run("grant", "slack:T0TRUST/U0LEAD", "comms-lead");
    Files.writeString(home.resolve("plan.json"), PLAN);
  }

  @Test
  void aCampaignIsMadeLookedAtStartedPausedAndCancelled() throws IOException {
    String id = json("campaign", "create", "--file", file("plan.json")).path("id").asText();

    assertThat(json("campaign", "list").at("/campaigns/0/id").asText()).isEqualTo(id);
    assertThat(json("campaign", "show", id).at("/plan/nudges/0/words").asText())
        .isEqualTo("Thank one team.");
    assertThat(stateAfter("start", id)).isEqualTo("scheduled");
    assertThat(stateAfter("pause", id)).isEqualTo("paused");
    assertThat(stateAfter("resume", id)).isEqualTo("scheduled");
    assertThat(stateAfter("cancel", id)).isEqualTo("cancelled");
    assertThat(json("campaign", "results", id, "--json").at("/total/sent").asInt()).isZero();
    assertThat(run("campaign", "results", id, "--csv").out()).startsWith("nudge,what,reason");
  }

  @Test
  void whatIsPrintedCanBeGivenBack() throws IOException {
    String id = json("campaign", "create", "--file", file("plan.json")).path("id").asText();
    Files.writeString(
        home.resolve("again.json"), json("campaign", "show", id).path("plan").toString());

    assertThat(json("campaign", "edit", id, "--file", file("again.json")).path("version").asInt())
        .isEqualTo(2);
  }

  @Test
  void peopleAreEnrolledAndPreflightCountsThem() throws IOException {
    Files.writeString(
        home.resolve("people.csv"), "address\nslack:T0TRUST/U1\nslack:T0TRUST/U2\nnobody\n");

    JsonNode report = json("people", "import", file("people.csv"), "--list", "Board");
    String id = json("campaign", "create", "--file", file("plan.json")).path("id").asText();
    JsonNode preflight = json("campaign", "preflight", id);

    assertThat(report.path("added").asInt()).isEqualTo(2);
    assertThat(report.at("/bad/0/line").asInt()).isEqualTo(4);
    assertThat(preflight.path("gets").asInt()).isEqualTo(2);
  }

  @Test
  void aNudgeIsPrintedAsSlackOrTeamsWouldBeGivenIt() throws IOException {
    Files.writeString(home.resolve("people.csv"), "address\nslack:T0TRUST/U1\n");
    json("people", "import", file("people.csv"));
    String id = json("campaign", "create", "--file", file("plan.json")).path("id").asText();
    String[] preview = {"campaign", "preview", id, "--person", "slack:T0TRUST/U1"};

    JsonNode inSlack = json(with(preview, "--json"));
    assertThat(inSlack.path("text").asText()).contains("Thank one team.", "- Done", "- Stop");
    assertThat(inSlack.at("/message/blocks/0/type").asText()).isEqualTo("header");
    assertThat(inSlack.at("/message/blocks").toString())
        .contains("Thank one team.", "nudge-stopped/sample");

    JsonNode inTeams = json(with(preview, "--as", "teams", "--json"));
    assertThat(inTeams.at("/activity/type").asText()).isEqualTo("message");
    assertThat(inTeams.at("/activity/attachments/0/content/type").asText())
        .isEqualTo("AdaptiveCard");
    assertThat(inTeams.toString()).contains("Thank one team.", "nudge-stopped/sample");

    assertThat(run(preview).out()).contains("Thank one team.", "\"blocks\"");
    assertRefused("Nobody of the organisation", swapped(preview, "slack:T0TRUST/U9"));
    assertRefused("Expected as --person slack:TEAM/USER", swapped(preview, "U1"));
  }

  @Test
  void whereApprovalIsAskedForYourOwnPlanIsNotYoursToApprove() throws IOException {
    assertThat(json("campaign", "rules", "--approval", "--cap", "3").path("weeklyCap").asInt())
        .isEqualTo(3);
    String id = json("campaign", "create", "--file", file("plan.json")).path("id").asText();

    assertRefused("A second person has to agree first", "campaign", "start", id);
    assertThat(stateAfter("submit", id)).isEqualTo("in-review");
    assertRefused("Somebody else has to agree", "campaign", "approve", id);
  }

  @Test
  void whatCannotBeDoneIsRefusedInOneLine() throws IOException {
    assertRefused("There is no such campaign", "campaign", "start", "nothing");
    assertRefused("There is no file", "campaign", "create", "--file", file("none.json"));
    assertRefused("Expected days such as", "campaign", "rules", "--quiet", "soon");
    Files.writeString(home.resolve("bad.json"), PLAN.replace("one-off", "daily"));
    assertRefused("kind: expected one-off", "campaign", "create", "--file", file("bad.json"));
    Files.writeString(
        home.resolve("unknown.json"),
        PLAN.replace("\"words\"", "\"post\": \"nurse-day\", \"words\""));
    assertRefused("nurses-day", "campaign", "create", "--file", file("unknown.json"));
    String id = json("campaign", "create", "--file", file("plan.json")).path("id").asText();
    assertRefused("The campaign is draft; that can be done while it is", "campaign", "pause", id);
  }

  @Test
  void severalOrganisationsAreToldApart() throws IOException {
    run("grant", "slack:T0OTHER/U0LEAD", "comms-lead");

    assertRefused("Which organisation?", "campaign", "list");
  }

  private void assertRefused(String line, String... arguments) {
    CommandRun run = run(arguments);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).contains(line);
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.of(arguments, more).flatMap(Stream::of).toArray(String[]::new);
  }

  private static String[] swapped(String[] arguments, String last) {
    String[] swapped = arguments.clone();
    swapped[swapped.length - 1] = last;
    return swapped;
  }

  private String stateAfter(String step, String id) throws IOException {
    return json("campaign", step, id).path("state").asText();
  }

  private String file(String name) {
    return home.resolve(name).toString();
  }

  private JsonNode json(String... arguments) throws IOException {
    CommandRun run = run(arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  private CommandRun run(String... arguments) {
    return CommandRun.with(
        home,
        List.of("SLACK_SIGNING_SECRET", "s".repeat(32), "SLACK_BOT_TOKEN", "xoxb-1"),
        arguments);
  }
}
