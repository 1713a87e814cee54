package org.rapport.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.channel.slack.FakeSlack;

class PeopleImportCommandTest {
  @TempDir Path home;

  private final FakeSlack slack = new FakeSlack();

  @BeforeEach
  void thereIsAnOrganisation() {
    run("grant", "slack:T0TRUST/U0LEAD", "comms-lead");
    slack.hasGroup("S0BOARD", "board", "U1", "U2");
  }

  @AfterEach
  void close() {
    slack.close();
  }

  @Test
  void thePeopleOfAUserGroupAreEnrolled() throws IOException {
    slack.knows("T0TRUST", "U2").addProperty("is_restricted", true);

    JsonNode report = json("people", "import", "--slack-group", "@board", "--list", "Board");

    assertThat(report.path("name").asText()).isEqualTo("board");
    assertThat(report.path("added").asInt()).isEqualTo(1);
    assertThat(report.at("/who/0/address").asText()).isEqualTo("slack:T0TRUST/U2");
    assertThat(report.at("/who/0/reason").asText()).isEqualTo("guest");
    assertThat(json("people", "import", "--slack-group", "S0BOARD").path("already").asInt())
        .isEqualTo(1);
  }

  @Test
  void aCampaignForAChannelSaysWhyItCannotBeRead() throws IOException {
    Files.writeString(
        home.resolve("plan.json"),
        """
        {"name": "Board", "kind": "weekly", "when": {"start": "2099-01-12T09:00"},
         "audience": {"to": {"channels": ["slack:T0TRUST/C0BOARD"]}}}
        """);
    json("people", "import", "--slack-group", "@board");
    String id =
        json("campaign", "create", "--file", home.resolve("plan.json").toString())
            .path("id")
            .asText();

    assertThat(json("campaign", "preflight", id).at("/unread/reason").asText())
        .isEqualTo("channel_not_found");
    slack.hasChannel("C0BOARD", "U2");
    JsonNode preflight = json("campaign", "preflight", id);
    assertThat(preflight.path("gets").asInt()).isEqualTo(1);
    assertThat(preflight.has("unread")).isFalse();
  }

  @Test
  void whatCannotBeReadIsSaidInOneLine() {
    assertRefused("no such user group", "people", "import", "--slack-group", "@nobody");
    slack.answers("usergroups.list", FakeSlack.error("missing_scope"));
    assertRefused("rapport doctor says which", "people", "import", "--slack-group", "@board");
    assertRefused("no workspace there yet", "people", "import", "--teams-team", "19:t@thread.v2");
    assertRefused(
        "Expected --workspace with one of [T0TRUST]",
        "people",
        "import",
        "--slack-group",
        "@board",
        "--workspace",
        "T0OTHER");
  }

  @Test
  void oneSourceIsExpectedAndNoMore() {
    assertThat(run("people", "import").code()).isEqualTo(2);
    assertThat(run("people", "import", "people.csv", "--slack-group", "@board").code())
        .isEqualTo(2);
  }

  private void assertRefused(String line, String... arguments) {
    CommandRun run = run(arguments);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).contains(line);
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
        List.of(
            "SLACK_SIGNING_SECRET",
            "s".repeat(32),
            "SLACK_BOT_TOKEN",
            "xoxb-1",
            "SLACK_API_URL",
            slack.apiUrl().toString()),
        arguments);
  }
}
