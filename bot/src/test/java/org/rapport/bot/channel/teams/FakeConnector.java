package org.rapport.bot.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Teams' side of a conversation: records what the bot sends, and answers as a test says. */
public final class FakeConnector implements AutoCloseable {
  /** What everybody is called here. */
  public static final String MEMBER = "Amara Okafor";

  private final FakeServer server = new FakeServer(this::handle);
  private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicInteger ids = new AtomicInteger();

  /** Everything that came, in order. */
  public final List<Sent> all = new CopyOnWriteArrayList<>();

  private final BlockingQueue<Sent> unread = new LinkedBlockingQueue<>();

  /** One request of the bot. */
  public record Sent(String method, String path, String authorization, String text, JsonNode body) {
    /** What is said; a new thread comes with its first message. */
    JsonNode message() {
      return body.has("activity") ? body.path("activity") : body;
    }

    /** The Adaptive Card in it; missing if there is none. */
    public JsonNode card() {
      JsonNode first = message().path("attachments").path(0);
      return TeamsSender.CARD.equals(first.path("contentType").asText())
          ? first.path("content")
          : MissingNode.getInstance();
    }
  }

  private record Answer(int status, String retryAfter, String code, boolean never) {}

  private volatile boolean endless;
  private final Map<String, List<ObjectNode>> rosters = new ConcurrentHashMap<>();

  /** A team or chat has these members; they are told two at a time. */
  public void hasRoster(String conversation, ObjectNode... members) {
    rosters.put(conversation, List.of(members));
  }

  /** A team or chat says for ever that more members come. */
  void hasEndlessRoster(String conversation, ObjectNode member) {
    rosters.put(conversation, Collections.nCopies(3, member));
    endless = true;
  }

  /** A member of a tenant, as a roster has them. */
  public static ObjectNode member(String tenant, String directoryId) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", "29:" + directoryId)
        .put("name", "Somebody")
        .put("objectId", directoryId)
        .put("userPrincipalName", directoryId + "@trust.example")
        .put("userRole", "user")
        .put("tenantId", tenant);
  }

  public String url() {
    return server.url() + "/uk/";
  }

  void answersNext(int status) {
    answersNext(status, "");
  }

  /** Refuses the next request with Teams' own word for why. */
  void refusesNext(int status, String code) {
    script.add(new Answer(status, "", code, false));
  }

  public void answersNext(int status, String retryAfter) {
    script.add(new Answer(status, retryAfter, "", false));
  }

  void neverAnswersNext() {
    script.add(new Answer(0, "", "", true));
  }

  /** Takes the next request and closes the connection without a word. */
  void hangsUpNext() {
    script.add(new Answer(0, "", "", false));
  }

  /** The next request, as soon as it comes. */
  public Sent next() throws InterruptedException {
    Sent sent = unread.poll(1, TimeUnit.MINUTES);
    assertThat(sent).as("a request of the bot").isNotNull();
    return sent;
  }

  /** Checks everything that came against what Teams takes. */
  public void assertAllValid() {
    all.stream()
        .flatMap(
            sent -> StreamSupport.stream(sent.message().path("attachments").spliterator(), false))
        .forEach(AttachmentRules::assertValid);
  }

  /** Passes over all requests that have come so far. */
  void skip() {
    unread.clear();
  }

  @Override
  public void close() {
    closing.countDown();
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = URLDecoder.decode(exchange.getRequestURI().getRawPath(), StandardCharsets.UTF_8);
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    Sent sent =
        new Sent(
            exchange.getRequestMethod(),
            path,
            authorization == null ? "" : authorization,
            new String(body, StandardCharsets.UTF_8),
            json(body));
    // Taken before a test sees the request, and tells how to answer the one after it.
    Answer planned = script.poll();
    all.add(sent);
    unread.add(sent);
    answer(exchange, sent, planned);
  }

  private Optional<List<ObjectNode>> roster(String path) {
    return path.endsWith("/pagedmembers")
        ? Optional.ofNullable(rosters.get(path.split("/")[path.split("/").length - 2]))
        : Optional.empty();
  }

  private ObjectNode page(List<ObjectNode> members, String query) {
    String token = query.contains("continuationToken=") ? query.replaceAll(".*=", "") : "0";
    int from = Integer.parseInt(token);
    int to = Math.min(from + 2, members.size());
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.putArray("members").addAll(members.subList(from, to));
    return endless || to < members.size() ? page.put("continuationToken", "" + to) : page;
  }

  /** A file that is put somewhere may be none. */
  private static JsonNode json(byte[] body) {
    try {
      return TeamsJson.MAPPER.readTree(body);
    } catch (IOException noJson) {
      return MissingNode.getInstance();
    }
  }

  private void answer(HttpExchange exchange, Sent sent, @Nullable Answer answer)
      throws IOException {
    Optional<List<ObjectNode>> roster = roster(sent.path());
    if (answer == null && roster.isPresent()) {
      String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
      FakeServer.answer(exchange, 200, page(roster.get(), query));
    } else if (answer == null) {
      int done = sent.method().matches("DELETE|GET") ? 200 : 201;
      FakeServer.answer(exchange, done, made(sent.path(), sent.body()));
    } else if (answer.never()) {
      awaitClosing();
    } else if (answer.status() == 0) {
      exchange.close();
    } else {
      if (!answer.retryAfter().isEmpty()) {
        exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
      }
      FakeServer.answer(exchange, answer.status(), error(answer.code()));
    }
  }

  /** What is named in the answer: a message, somebody's chat, or a channel's new thread. */
  private JsonNode made(String path, JsonNode body) {
    ObjectNode made = JsonNodeFactory.instance.objectNode();
    if (path.contains("/members/")) {
      return made.put("id", "29:somebody").put("name", MEMBER);
    }
    if (!path.endsWith("/v3/conversations")) {
      return made.put("id", "out-" + ids.incrementAndGet());
    }
    String channel = body.at("/channelData/channel/id").asText("");
    if (channel.isEmpty()) {
      return made.put("id", "a:private");
    }
    String first = "out-" + ids.incrementAndGet();
    return made.put("id", channel + ";messageid=" + first).put("activityId", first);
  }

  private static JsonNode error(String code) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (!code.isEmpty()) {
      answer.putObject("error").put("code", code).put("message", "No.");
    }
    return answer;
  }

  private void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
