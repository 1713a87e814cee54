package org.rapport.bot.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.message.SampleMessages;

/** The message extension, in a chat that the bot need not be in: real and forged. */
class TeamsExtensionTest extends WithTeams {
  private static final String CARD = "application/vnd.microsoft.card.adaptive";

  @Test
  void aQuestionIsAnsweredWithACardThatNeedsNoBotAndWithRelatedQuestions() throws Exception {
    JsonNode results = results(world.receive(query("how do I start")));

    JsonNode answer = results.path(0);
    assertThat(answer.path("contentType").asText()).isEqualTo(CARD);
    CardSchema.assertValid(answer.path("content"));
    assertThat(answer.path("content").toString())
        .contains("Starting on LinkedIn", "Social media and the NHS")
        .doesNotContain("Action.");
    assertThat(answer.at("/preview/content/title").asText()).startsWith("Starting on LinkedIn");
    assertThat(answer.at("/preview/content/text").asText()).startsWith("Listen for two weeks");
    assertThat(results.path(1).at("/preview/content/title").asText())
        .isEqualTo("How often should I post?");
    assertThat(results).hasSize(4);
    assertThat(world.heard).containsExactly(new Incoming.WantedAll(CEO, "how do I start"));
    world.finish();
    assertThat(world.connector.all).isEmpty();
  }

  @Test
  void aQuestionThatIsChosenFromTheListIsAnswered() throws Exception {
    JsonNode tap = results(world.receive(query("start"))).path(1).at("/preview/content/tap");
    assertThat(tap.path("type").asText()).isEqualTo("invoke");
    JsonNode results = results(world.receive(invoke("selectItem", tap.path("value"))));

    assertThat(results).hasSize(1);
    assertThat(results.at("/0/contentType").asText()).isEqualTo(CARD);
    assertThat(world.heard).endsWith(new Incoming.WantedAll(CEO, "How often should I post?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"name\":\"initialRun\",\"value\":\"true\"}]",
        "[{\"name\":\"question\",\"value\":\"  \"}]",
        "[{\"name\":\"question\",\"value\":{\"a\":1}}]",
        "[]",
        "null",
        "7"
      })
  void beforeAnythingIsTypedThereAreExamples(String parameters) throws Exception {
    ObjectNode value = TeamsJson.MAPPER.createObjectNode().put("commandId", "ask");
    value.set("parameters", TeamsJson.MAPPER.readTree(parameters));

    assertThat(results(world.receive(invoke("query", value))))
        .extracting(result -> result.at("/content/title").asText())
        .contains("Which platform should I start with?");
    assertThat(world.heard).isEmpty();
  }

  @Test
  void aQuestionOfAnyLengthIsAsked() throws Exception {
    world.receive(query("x".repeat(10_000)));

    assertThat(world.heard).containsExactly(new Incoming.WantedAll(CEO, "x".repeat(300)));
  }

  @Test
  void howToReplyIsSaidInADialogToWhoAskedAlone() throws Exception {
    world.coach.set(incoming -> new Reply(SampleMessages.unsure(), true));
    JsonNode task =
        task(world.receive(onMessage("<p>You&nbsp;closed <b>our</b> ward &amp; lied</p>")));

    assertThat(task.at("/card/content").toString()).contains("I am not sure");
    assertThat(world.heard)
        .containsExactly(new Incoming.WantedReply(CEO, "You closed  our  ward & lied"));
    world.finish();
    assertThat(world.connector.all).isEmpty();
  }

  @Test
  void theDialogGoesOnToWhatIsPressedInIt() throws Exception {
    world.coach.set(incoming -> new Reply(SampleMessages.unsure(), true));
    JsonNode button =
        task(world.receive(onMessage("Hello"))).at("/card/content").findValue("actions").path(0);
    world.coach.set(incoming -> new Reply(SampleMessages.found(), true));
    ObjectNode value = TeamsJson.MAPPER.createObjectNode().put("commandId", "reply");
    value.set("data", button.path("data"));

    assertThat(task(world.receive(invoke("submitAction", value))).toString())
        .contains("Starting on LinkedIn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<", "<<<<<>>>>", "<p", "&nbsp;", "<at id=\"0\">Ben</at>"})
  void aMessageOfAnyFormIsRead(String content) throws Exception {
    assertThat(world.receive(onMessage(content)).statusCode()).isEqualTo(200);
    assertThat(world.heard).singleElement().isInstanceOf(Incoming.WantedReply.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "query; {\"commandId\":\"other\"}",
        "query; []",
        "query; null",
        "fetchTask; {\"commandId\":\"ask\"}",
        "fetchTask; \"words\"",
        "selectItem; {\"kind\":\"rate-yes\",\"value\":\"answer-1\"}",
        "selectItem; {\"kind\":\"ask\",\"value\":\"\"}",
        "selectItem; null",
        "submitAction; {\"data\":{\"kind\":\"rate-no\",\"value\":\"answer-1\"}}",
        "submitAction; {}"
      })
  void aForgedInvokeIsRefused(String name, String value) throws Exception {
    ObjectNode forged = invoke(name, TeamsJson.MAPPER.readTree(value));

    assertThat(world.receive(forged).statusCode()).isEqualTo(400);
    assertThat(world.heard).isEmpty();
  }

  @Test
  void nobodyIsAnsweredWithoutASender() throws Exception {
    for (ObjectNode activity : List.of(query("start"), onMessage("Hello"))) {
      activity.remove("from");
      assertThat(world.receive(activity).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void anotherTenantsPeopleAreNotAnswered() throws Exception {
    ObjectNode foreign = query("start");
    ((ObjectNode) foreign.at("/channelData/tenant")).put("id", "tenant-two");

    assertThat(world.receive(foreign).statusCode()).isEqualTo(403);
    assertThat(world.heard).isEmpty();
  }

  private ObjectNode query(String question) {
    ObjectNode value = TeamsJson.MAPPER.createObjectNode().put("commandId", "ask");
    value.withArray("parameters").addObject().put("name", "question").put("value", question);
    value.putObject("queryOptions").put("skip", 0).put("count", 25);
    return invoke("query", value);
  }

  private ObjectNode onMessage(String content) {
    ObjectNode value = TeamsJson.MAPPER.createObjectNode().put("commandId", "reply");
    value.put("commandContext", "message");
    ObjectNode body = value.putObject("messagePayload").putObject("body");
    body.put("contentType", "html").put("content", content);
    return invoke("fetchTask", value);
  }

  /** In somebody else's conversation, where Teams tells the bot only who asks. */
  private ObjectNode invoke(String name, JsonNode value) {
    ObjectNode activity = world.activity("button").put("name", "composeExtension/" + name);
    activity.remove("replyToId");
    activity.set("conversation", world.activity("channel-mention").get("conversation"));
    activity.set("value", value);
    return activity;
  }

  private static JsonNode results(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode extension = TeamsJson.MAPPER.readTree(response.body()).path("composeExtension");
    assertThat(extension.path("type").asText()).isEqualTo("result");
    assertThat(extension.path("attachmentLayout").asText()).isEqualTo("list");
    return extension.path("attachments");
  }

  private static JsonNode task(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode task = TeamsJson.MAPPER.readTree(response.body()).path("task");
    assertThat(task.path("type").asText()).isEqualTo("continue");
    CardSchema.assertValid(task.at("/value/card/content"));
    return task.path("value");
  }
}
