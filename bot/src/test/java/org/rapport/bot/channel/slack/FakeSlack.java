package org.rapport.bot.channel.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Slack's Web API and response URLs on this machine: records every body, checks each against
 * Slack's limits, and answers as it is told to.
 */
public final class FakeSlack implements AutoCloseable {
  private static final Set<String> JSON_FIELDS = Set.of("blocks", "view", "prompts");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private final Queue<Throwable> violations = new ConcurrentLinkedQueue<>();
  private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
  private final Map<String, JsonObject> people = new ConcurrentHashMap<>();
  private final Map<String, Group> groups = new ConcurrentHashMap<>();
  private final Map<String, List<String>> channels = new ConcurrentHashMap<>();
  private final Queue<String> lookedUp = new ConcurrentLinkedQueue<>();
  private final Queue<Call> listed = new ConcurrentLinkedQueue<>();
  private final Queue<Call> threadsRead = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * Something that the bot sent.
   *
   * @param method such as {@code chat.postMessage}, or {@code response_url}
   * @param token what the bot spoke with; empty if with none
   * @param body its fields
   */
  public record Call(String method, String token, JsonObject body) {
    public String field(String name) {
      return body.has(name) ? body.get(name).getAsString() : "";
    }
  }

  private record Group(String handle, List<String> users) {}

  /** How to answer once. */
  public sealed interface Answer {
    record Reply(int status, Map<String, String> headers, String body) implements Answer {}

    /** Answers once it is let. */
    record Held(CountDownLatch let, Reply then) implements Answer {}

    /** Takes the body and never answers. */
    record Hang() implements Answer {}

    /** Takes the body and drops the connection. */
    record Drop() implements Answer {}
  }

  public FakeSlack() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The base of the Web API. */
  public URI apiUrl() {
    return address("/api/");
  }

  /** A response URL, as comes with a command or a press of a button. */
  public String responseUrl() {
    return address("/response/T0TRUST/1/abc").toString();
  }

  /** A URL for posting to a channel that somebody chose in a modal. */
  public String shareUrl() {
    return address("/response/share/T0TRUST/1/abc").toString();
  }

  /** Takes the next file that is uploaded. */
  public void takesFiles() {
    answers("conversations.open", ok("{\"ok\":true,\"channel\":{\"id\":\"D0CHIEF\"}}"));
    answers(
        "files.getUploadURLExternal",
        ok("{\"ok\":true,\"file_id\":\"F0FILE\",\"upload_url\":\"" + address("/upload/1") + "\"}"));
    answers("files.completeUploadExternal", ok("{\"ok\":true,\"files\":[{\"id\":\"F0FILE\"}]}"));
  }

  /** Answers the next calls of the method so, in this order; any further ones with success. */
  public void answers(String method, Answer... planned) {
    answers.put(method, new ConcurrentLinkedQueue<>(List.of(planned)));
  }

  /** Somebody is a member of a workspace; whoever nobody told of is one of T0TRUST. */
  public JsonObject knows(String team, String user) {
    JsonObject person = new JsonObject();
    person.addProperty("id", user);
    person.addProperty("team_id", team);
    people.put(user, person);
    return person;
  }

  /** There is a user group, with these people in it. */
  public void hasGroup(String id, String handle, String... users) {
    groups.put(id, new Group(handle, List.of(users)));
  }

  /** There is a channel, with these people in it; it is told two at a time. */
  public void hasChannel(String id, String... users) {
    channels.put(id, List.of(users));
  }

  /** The tokens with which the bot asked who somebody is, and whom it asked about. */
  public List<String> lookedUp() {
    return List.copyOf(lookedUp);
  }

  /** The calls with which the bot asked who is in a group or channel. */
  public List<Call> listed() {
    return List.copyOf(listed);
  }

  /** The calls with which the bot read threads. */
  public List<Call> threadsRead() {
    return List.copyOf(threadsRead);
  }

  public static Answer rateLimited(int seconds) {
    return new Answer.Reply(
        429, Map.of("Retry-After", "" + seconds), "{\"ok\":false,\"error\":\"ratelimited\"}");
  }

  public static Answer status(int status) {
    return new Answer.Reply(status, Map.of(), "{\"ok\":false,\"error\":\"x\"}");
  }

  public static Answer.Reply ok(String json) {
    return new Answer.Reply(200, Map.of(), json);
  }

  public static Answer.Reply error(String error) {
    return ok("{\"ok\":false,\"error\":\"" + error + "\"}");
  }

  /** The next call that came or comes in. */
  public Call next() {
    try {
      Call call = calls.poll(1, TimeUnit.MINUTES);
      assertThat(call).as("a call to Slack").isNotNull();
      return call;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What came in and was not looked at. */
  public List<Call> rest() {
    Queue<Call> rest = new ArrayDeque<>();
    calls.drainTo(rest);
    return List.copyOf(rest);
  }

  /** Stops, and fails if anything that came in breaks a rule of Slack. */
  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
    assertThat(violations).as("bodies that Slack would refuse").isEmpty();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    boolean webApi = path.startsWith("/api/");
    boolean upload = path.startsWith("/upload/");
    String method = webApi ? path.substring("/api/".length()) : upload ? "upload" : "response_url";
    Call call =
        new Call(
            method,
            token(exchange),
            webApi
                ? form(body)
                : upload ? uploaded(body) : JsonParser.parseString(body).getAsJsonObject());
    check(call, path);
    Answer answer = answer(call);
    switch (method) {
      case "users.info" -> lookedUp.add(call.token() + " " + call.field("user"));
      case "users.list", "usergroups.list", "usergroups.users.list", "conversations.members" ->
          listed.add(call);
      case "conversations.replies" -> threadsRead.add(call);
      default -> calls.add(call);
    }
    respond(exchange, answer);
  }

  private static String token(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    return header == null ? "" : header.replaceFirst("^Bearer ", "");
  }

  private static boolean isForAll(String path) {
    return path.startsWith("/response/share/");
  }

  private void check(Call call, String path) {
    try {
      if (call.method().startsWith("chat.") || call.method().equals("response_url")) {
        JsonArray blocks = call.body().getAsJsonArray("blocks");
        SlackLimits.check(call.field("text"), blocks);
      }
      if (call.method().equals("response_url")) {
        boolean inPlace = call.field("replace_original").equals("true");
        assertThat(call.field("response_type"))
            .isEqualTo(inPlace ? "" : isForAll(path) ? "in_channel" : "ephemeral");
      }
      switch (call.method()) {
        case "views.open", "views.push" -> {
          SlackLimits.checkModal(call.body().getAsJsonObject("view"));
          assertThat(call.field("trigger_id")).isNotBlank();
        }
        case "views.update" -> {
          SlackLimits.checkModal(call.body().getAsJsonObject("view"));
          assertThat(call.field("view_id")).isNotBlank();
        }
        case "views.publish" -> {
          SlackLimits.checkHome(call.body().getAsJsonObject("view"));
          assertThat(call.field("user_id")).isNotBlank();
        }
        case "assistant.threads.setTitle" -> SlackLimits.checkThreadTitle(call.body());
        case "assistant.threads.setSuggestedPrompts" -> SlackLimits.checkPrompts(call.body());
        default -> {}
      }
    } catch (RuntimeException | AssertionError violation) {
      violations.add(violation);
    }
  }

  private Answer answer(Call call) {
    Answer planned = answers.getOrDefault(call.method(), new ArrayDeque<>()).poll();
    if (planned != null) {
      return planned;
    }
    return switch (call.method()) {
      case "users.info" -> who(call.field("user"));
      case "users.list" -> everybody();
      case "usergroups.list" -> groups();
      case "usergroups.users.list" ->
          groups.containsKey(call.field("usergroup"))
              ? users("users", groups.get(call.field("usergroup")).users(), "")
              : error("no_such_subteam");
      case "conversations.members" ->
          channels.containsKey(call.field("channel"))
              ? members(channels.get(call.field("channel")), call.field("cursor"))
              : error("channel_not_found");
      default -> ok("{\"ok\":true,\"ts\":\"1760000099.000100\",\"messages\":[]}");
    };
  }

  private Answer everybody() {
    JsonArray all = new JsonArray();
    people.values().forEach(all::add);
    JsonObject reply = new JsonObject();
    reply.addProperty("ok", true);
    reply.add("members", all);
    return ok(reply.toString());
  }

  private Answer groups() {
    JsonArray all = new JsonArray();
    groups.forEach((id, group) -> {
      JsonObject one = new JsonObject();
      one.addProperty("id", id);
      one.addProperty("handle", group.handle());
      all.add(one);
    });
    JsonObject reply = new JsonObject();
    reply.addProperty("ok", true);
    reply.add("usergroups", all);
    return ok(reply.toString());
  }

  private static Answer members(List<String> users, String cursor) {
    int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    int to = Math.min(from + 2, users.size());
    return users("members", users.subList(from, to), to < users.size() ? "" + to : "");
  }

  private static Answer users(String name, List<String> users, String nextCursor) {
    JsonArray all = new JsonArray();
    users.forEach(all::add);
    JsonObject reply = new JsonObject();
    reply.addProperty("ok", true);
    reply.add(name, all);
    JsonObject metadata = new JsonObject();
    metadata.addProperty("next_cursor", nextCursor);
    reply.add("response_metadata", metadata);
    return ok(reply.toString());
  }

  private Answer who(String user) {
    JsonObject person = people.containsKey(user) ? people.get(user) : knows("T0TRUST", user);
    JsonObject reply = new JsonObject();
    reply.addProperty("ok", true);
    reply.add("user", person);
    return ok(reply.toString());
  }

  private void respond(HttpExchange exchange, Answer answer) throws IOException {
    switch (answer) {
      case Answer.Held held -> {
        await(held.let());
        respond(exchange, held.then());
      }
      case Answer.Reply reply -> {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        byte[] bytes = reply.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
      }
      case Answer.Hang hang -> await(closing);
      case Answer.Drop drop -> {}
    }
    exchange.close();
  }

  private static JsonObject uploaded(String body) {
    JsonObject file = new JsonObject();
    file.addProperty("text", body);
    return file;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What Slack says to an install, or to a refresh.
   *
   * @param token what the bot gets; its refresh token is the same with {@code -next} behind it
   */
  public static Answer.Reply granted(String team, String token) {
    return new Answer.Reply(200, Map.of(), grant(team, token).toString());
  }

  /** The same, for all workspaces of a Grid. */
  public static Answer.Reply grantedForGrid(String grid, String token) {
    JsonObject grant = grant("T0ANY", token);
    grant.add("team", JsonNull.INSTANCE);
    grant.add("enterprise", named(grid));
    grant.addProperty("is_enterprise_install", true);
    return new Answer.Reply(200, Map.of(), grant.toString());
  }

  private static JsonObject grant(String team, String token) {
    JsonObject grant = new JsonObject();
    grant.addProperty("ok", true);
    grant.addProperty("app_id", "A0RAPPORT");
    grant.addProperty("token_type", "bot");
    grant.addProperty("access_token", token);
    grant.addProperty("refresh_token", token + "-next");
    grant.addProperty("expires_in", 43_200);
    grant.addProperty("scope", "commands,chat:write");
    grant.addProperty("bot_user_id", "U0BOT");
    grant.add("team", named(team));
    grant.add("enterprise", JsonNull.INSTANCE);
    grant.addProperty("is_enterprise_install", false);
    JsonObject by = new JsonObject();
    by.addProperty("id", "U0ADMIN");
    grant.add("authed_user", by);
    return grant;
  }

  private static JsonObject named(String id) {
    JsonObject place = new JsonObject();
    place.addProperty("id", id);
    place.addProperty("name", "Trust <" + id + ">");
    return place;
  }

  private static JsonObject form(String body) {
    JsonObject fields = new JsonObject();
    for (String pair : body.split("&")) {
      String[] parts = pair.split("=", 2);
      String value = parts.length == 1 ? "" : URLDecoder.decode(parts[1], UTF_8);
      if (JSON_FIELDS.contains(parts[0])) {
        fields.add(parts[0], JsonParser.parseString(value));
      } else {
        fields.addProperty(parts[0], value);
      }
    }
    return fields;
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }
}
