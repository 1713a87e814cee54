package org.rapport.bot.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.conversation.SentFile;
import org.rapport.bot.message.SampleMessages;

/** A file that a reply comes with: offered, put where its reader agrees to, or else said. */
class TeamsFileOffersTest extends WithTeams {
  private static final String LINES =
      IntStream.range(0, 1_000)
          .mapToObj(number -> "\"question-" + number + "\": \"how often should I post\"")
          .collect(Collectors.joining("\n"));

  @BeforeEach
  void everyReplyHasAFile() {
    world.coach.set(incoming ->
        new Reply(
            SampleMessages.foundMinimal(), true, Optional.of(new SentFile("my-data.json", LINES))));
  }

  @Test
  void aFileIsOfferedWithItsSize() throws Exception {
    world.receive(world.question("f:data", "my data"));

    assertThat(world.connector.next().card())
        .isEqualTo(TeamsRenderer.card(SampleMessages.foundMinimal()));
    JsonNode offer = world.connector.next().body().at("/attachments/0");
    assertThat(offer.path("contentType").asText())
        .isEqualTo("application/vnd.microsoft.teams.card.file.consent");
    assertThat(offer.path("name").asText()).isEqualTo("my-data.json");
    assertThat(offer.at("/content/sizeInBytes").asInt()).isEqualTo(LINES.length());
    assertThat(offer.at("/content/description").asText()).contains("your own OneDrive");
    assertThat(offer.toString()).doesNotContain("question-1");
  }

  @Test
  void aFileThatIsAgreedToIsPutThereWholeAndShown() throws Exception {
    world.receive(consent("accept", "my data", world.connector.url() + "upload"));

    FakeConnector.Sent offer = world.connector.next();
    assertThat(offer.method()).isEqualTo("DELETE");
    assertThat(offer.path()).endsWith("/activities/out-1");
    FakeConnector.Sent file = world.connector.next();
    assertThat(file.method()).isEqualTo("PUT");
    assertThat(file.path()).isEqualTo("/uk/upload");
    assertThat(file.text()).isEqualTo(LINES);
    assertThat(file.authorization()).isEmpty();
    JsonNode shown = world.connector.next().body().at("/attachments/0");
    assertThat(shown.path("contentType").asText())
        .isEqualTo("application/vnd.microsoft.teams.card.file.info");
    assertThat(shown.path("contentUrl").asText())
        .isEqualTo("https://onedrive.example/my-data.json");
    assertThat(shown.at("/content/uniqueId").asText()).isEqualTo("unique-1");
    assertThat(world.heard)
        .containsExactly(new Incoming.Asked(CEO, "my data", false, "a:chat-ceo"));
  }

  @Test
  void aFileThatIsNotWantedIsNotAskedForAgain() throws Exception {
    world.receive(consent("decline", "my data", ""));

    world.finish();
    assertThat(world.connector.all).singleElement().matches(sent -> sent.method().equals("DELETE"));
    assertThat(world.heard).isEmpty();
  }

  @Test
  void whereTeamsTakesNoFilesItIsSaidInMessagesThatAreNotCut() throws Exception {
    world.receive(world.activity("personal-message").put("type", "typing"));
    world.connector.answersNext(201);
    world.connector.answersNext(400);
    world.receive(world.question("f:data", "my data"));

    thenSaidWhole(2);
  }

  @Test
  void aFileThatCannotBePutThereIsSaid() throws Exception {
    world.connector.answersNext(200);
    world.connector.answersNext(507);
    world.receive(consent("accept", "my data", world.connector.url() + "upload"));

    thenSaidWhole(2);
    assertThat(world.errors("file_not_put")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "file:///etc/passwd", "http://elsewhere.example/upload", "words"})
  void nothingIsPutAtAnAddressThatIsNotSafe(String address) throws Exception {
    world.receive(consent("accept", "my data", address));

    thenSaidWhole(1);
    assertThat(world.errors("file_not_put")).isEqualTo(1);
  }

  @Test
  void inAChannelEverythingGoesToOnesOwnChatInMessages() throws Exception {
    world.receive(world.activity("channel-mention"));

    thenSaidWhole(2);
    assertThat(world.connector.all).allMatch(sent -> !sent.path().contains("19:leaders"));
  }

  @ParameterizedTest
  @CsvSource({"ask, ''", "rate-yes, answer-1", "'', my data"})
  void aForgedConsentIsRefused(String kind, String words) throws Exception {
    ObjectNode forged = consent("accept", words, world.connector.url() + "upload");
    ((ObjectNode) forged.at("/value/context")).put("kind", kind);

    assertThat(world.receive(forged).statusCode()).isEqualTo(400);
    world.finish();
    assertThat(world.connector.all).isEmpty();
  }

  @Test
  void aConsentThatIsDeliveredTwiceIsObeyedOnce() throws Exception {
    world.receive(consent("decline", "my data", ""));
    world.receive(consent("decline", "my data", ""));

    world.finish();
    assertThat(world.connector.all).hasSize(1);
  }

  /** All of the file in the cards after the first so many requests, with nothing cut. */
  private void thenSaidWhole(int before) {
    world.finish();
    String said =
        world.connector.all.stream()
            .skip(before)
            .map(sent -> sent.card().toString())
            .peek(card -> assertThat(card).doesNotContain("…"))
            .collect(Collectors.joining());
    for (int number = 0; number < 1_000; number++) {
      assertThat(said).contains("question-" + number + "\\\"");
    }
  }

  private ObjectNode consent(String action, String words, String uploadUrl) {
    ObjectNode activity = world.activity("button").put("name", "fileConsent/invoke");
    ObjectNode value = activity.putObject("value").put("type", "fileUpload").put("action", action);
    value.putObject("context").put("kind", "ask").put("value", words);
    value
        .putObject("uploadInfo")
        .put("uploadUrl", uploadUrl)
        .put("contentUrl", "https://onedrive.example/my-data.json")
        .put("name", "my-data.json")
        .put("uniqueId", "unique-1")
        .put("fileType", "json");
    return activity;
  }
}
