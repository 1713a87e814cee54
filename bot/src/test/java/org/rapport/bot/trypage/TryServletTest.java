package org.rapport.bot.trypage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.http.TestServer;
import org.rapport.bot.message.Entered;

class TryServletTest {
  private static final Address VISITOR = new Address(Address.Kind.WEB, "local", "visitor-a1");

  private final SampleCoach coach = new SampleCoach();
  private final TestServer server = Sample.server(coach);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aQuestionIsAnsweredInAllThreeForms() throws Exception {
    HttpResponse<String> response = post("{\"visitor\":\"a1\",\"question\":\"Where do I start?\"}");

    JsonNode answer = new JsonMapper().readTree(response.body());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(answer.path("html").asText()).startsWith("<h3>Start by listening");
    assertThat(answer.path("slack").path("blocks").path(0).path("type").asText())
        .isEqualTo("header");
    assertThat(answer.path("teams").path("type").asText()).isEqualTo("AdaptiveCard");
    assertThat(coach.heard)
        .containsExactly(new Incoming.Asked(VISITOR, "Where do I start?", false));
  }

  @Test
  void buttonsAskAndRate() throws Exception {
    post("{\"visitor\":\"a1\",\"kind\":\"ask\",\"value\":\"And then?\"}");
    post("{\"visitor\":\"a1\",\"kind\":\"rate-no\",\"value\":\"a-1\"}");

    assertThat(coach.heard)
        .containsExactly(
            new Incoming.Asked(VISITOR, "And then?", false),
            new Incoming.Rated(VISITOR, "a-1", false));
  }

  @Test
  void aFormOpensAndIsSent() throws Exception {
    JsonNode shown =
        new JsonMapper()
            .readTree(
                post("{\"visitor\":\"a1\",\"kind\":\"open\",\"value\":\"sample/a-1\"}").body());
    assertThat(shown.path("html").asText()).startsWith("<form ");
    post(
        "{\"visitor\":\"a1\",\"form\":\"sample\",\"about\":\"a-1\","
            + "\"entered\":{\"why\":[\"other\"]}}");

    assertThat(coach.steps)
        .containsExactly(
            new FormStep.Wanted(VISITOR, "sample", "a-1"),
            new FormStep.Sent(
                VISITOR, "sample", "a-1", new Entered(Map.of("why", List.of("other")))));
  }

  @Test
  void emptyAndVeryLongQuestionsAreForTheCoach() throws Exception {
    for (String question : List.of("", "\\n", "\\u00e9".repeat(10_000), "🙂".repeat(10_000))) {
      String body = "{\"visitor\":\"a1\",\"question\":\"" + question + "\"}";
      assertThat(post(body).statusCode()).isEqualTo(200);
    }
    assertThat(coach.heard).hasSize(4);
  }

  @Test
  void whatThePageCannotHaveSentIsRefused() throws Exception {
    for (String body :
        List.of(
            "",
            "null",
            "[]",
            "7",
            "{",
            "{}",
            "{\"visitor\":\"a1\"}",
            "{\"visitor\":\"a1\",\"question\":null}",
            "{\"visitor\":\"a1\",\"question\":{\"a\":1}}",
            "{\"visitor\":\"\",\"question\":\"q\"}",
            "{\"visitor\":\"../x\",\"question\":\"q\"}",
            "{\"visitor\":\"a1\",\"question\":\"q\"} {}",
            "{\"visitor\":\"a1\",\"kind\":\"drop\",\"value\":\"x\"}",
            "{\"visitor\":\"a1\",\"kind\":\"rate-yes\",\"value\":\"' or 1=1\"}",
            "{\"visitor\":\"a1\",\"kind\":\"ask\"}",
            "{\"visitor\":\"a1\",\"kind\":\"open\",\"value\":\"../x\"}",
            "{\"visitor\":\"a1\",\"form\":\"sample\",\"about\":\"a\"}",
            "{\"visitor\":\"a1\",\"form\":\"sample\",\"about\":\"../x\",\"entered\":{}}",
            "{\"visitor\":\"a1\",\"form\":\"sample\",\"about\":\"a\",\"entered\":{\"f\":null}}",
            "{\"visitor\":\"a1\",\"form\":\"sample\",\"about\":\"a\",\"entered\":{\"f\":[null]}}",
            "{\"visitor\":\"a1\",\"form\":\"sample\",\"about\":\"a\",\"entered\":{\"f\":7}}",
            "[".repeat(30_000))) {
      assertThat(post(body).statusCode()).as(body).isEqualTo(400);
    }
    assertThat(coach.heard).isEmpty();
    assertThat(coach.steps).isEmpty();
  }

  @Test
  void aBodyOverTheLimitIsRefused() throws Exception {
    assertThat(post("x".repeat(64 * 1024 + 1)).statusCode()).isEqualTo(413);
  }

  @Test
  void onlyJsonIsTaken() throws Exception {
    String body = "{\"visitor\":\"a1\",\"question\":\"q\"}";
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "json")) {
      assertThat(server.post("/try/ask", body, "Content-Type", type).statusCode())
          .as(type)
          .isEqualTo(415);
    }
    assertThat(server.post("/try/ask", body).statusCode()).isEqualTo(415);
  }

  @Test
  void aPageOfAnotherSiteCannotAsk() throws Exception {
    String body = "{\"visitor\":\"a1\",\"question\":\"q\"}";
    for (String origin : List.of("https://evil.example", "null", server.origin() + "0")) {
      HttpResponse<String> response =
          server.post("/try/ask", body, "Content-Type", "application/json", "Origin", origin);
      assertThat(response.statusCode()).as(origin).isEqualTo(403);
    }
    assertThat(coach.heard).isEmpty();
  }

  @Test
  void neitherThePageNorTheEndpointAnswersUnderAnotherName() throws Exception {
    for (String start : List.of("GET /", "POST /try/ask")) {
      String request = " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      assertThat(server.raw(start + request)).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void theEndpointIsOnlyPostedTo() throws Exception {
    assertThat(server.get("/try/ask").statusCode()).isEqualTo(405);
  }

  private HttpResponse<String> post(String body) throws Exception {
    return server.post(
        "/try/ask",
        body,
        "Content-Type",
        "application/json; charset=utf-8",
        "Origin",
        server.origin());
  }
}
