package org.rapport.bot.channel.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.rapport.bot.Settings;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.conversation.FormReply;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.conversation.GivenReplies;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Interrupted;
import org.rapport.bot.conversation.Outsiders;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.inbox.Inbox;
import org.rapport.bot.keys.TestKeys;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.SampleForms;
import org.rapport.bot.message.SampleMessages;
import org.rapport.bot.store.Store;

/** A workspace with Rapport in it: the real server, signed requests, a fake Slack behind it. */
final class SlackWorkspace implements AutoCloseable {
  static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  static final Duration PATIENT = Duration.ofSeconds(20);

  final FakeSlack slack = new FakeSlack();
  final MeterRegistry metrics = new SimpleMeterRegistry();
  final List<Incoming> asked = new CopyOnWriteArrayList<>();
  final List<FormStep> steps = new CopyOnWriteArrayList<>();

  /** What the coach does with forms. */
  final AtomicReference<Function<FormStep, FormReply>> forms =
      new AtomicReference<>(step -> new FormReply.Show(SampleForms.everyKind()));

  final List<Duration> pauses = new CopyOnWriteArrayList<>();
  final SlackApp app;
  final Store store;
  final Inbox inbox;

  /** Whom Rapport let in before it was started. */
  final Set<Address> regulars = ConcurrentHashMap.newKeySet();

  /** What time it is. */
  final AtomicReference<Instant> now = new AtomicReference<>(InstantSource.system().instant());

  private final Server server = new Server();
  private final HttpClient http = HttpClient.newHttpClient();
  private final RequestSignature signature = new RequestSignature(SECRET, InstantSource.system());
  private final URI address;

  /** A coach that gives this reply to everything. */
  static SlackWorkspace where(Path data, Reply reply) {
    return where(data, incoming -> reply);
  }

  static SlackWorkspace where(Path data, Function<Incoming, Reply> coach) {
    return new SlackWorkspace(data, coach, PATIENT);
  }

  SlackWorkspace(Path data, Function<Incoming, Reply> coach, Duration ackWithin) {
    store = Store.embedded(data.resolve("rapport.db"));
    store.migrate();
    InstantSource clock = now::get;
    SeenEvents seen = new SeenEvents(store, clock);
    inbox = new Inbox(store, seen, TestKeys.some(), clock, metrics);
    SlackTokens tokens = new OneToken("xoxb-test");
    Settings.Slack settings =
        new Settings.Slack(
            SECRET, new Settings.SlackAccess.OneWorkspace("xoxb-test"), slack.apiUrl());
    SlackMembers members =
        new SlackMembers(
            slack.apiUrl(), tokens, regulars::contains, clock, new SlackTrouble(metrics));
    knowTheChief(members);
    SlackTimes times = new SlackTimes(ackWithin, PATIENT, Duration.ofMinutes(1), PATIENT);
    app =
        new SlackApp(
            settings,
            tokens,
            members,
            new GivenReplies(
                incoming -> {
                  asked.add(incoming);
                  return coach.apply(incoming);
                },
                step -> {
                  steps.add(step);
                  return forms.get().apply(step);
                }),
            new Outsiders(new Wording(Map.of())),
            new Interrupted(new Wording(Map.of())),
            new Wording(Map.of()),
            seen,
            inbox,
            new AssistantThreads(store, clock),
            metrics,
            times,
            pauses::add);
    address = serve();
  }

  /** Somebody who was here before is answered in the acknowledgement. */
  private static void knowTheChief(SlackMembers members) {
    SlackOrigin origin =
        new SlackOrigin(
            SlackTeam.workspace("T0TRUST"),
            Optional.of("U0CHIEF"),
            Optional.empty(),
            false,
            Optional.empty());
    assertThat(members.standing(origin, "U0CHIEF")).isInstanceOf(Standing.Member.class);
  }

  static Reply openly() {
    return new Reply(SampleMessages.found(), false);
  }

  /** The answer under a title that all may read. */
  static Reply shareably() {
    Message found = SampleMessages.found();
    Block.Button whole = new Block.Button("Read all", new Action.ReadAll("Starting on LinkedIn"));
    return new Reply(new Message(found.summary(), found.blocks(), Optional.of(whole)), false);
  }

  static Reply privately() {
    return new Reply(SampleMessages.urgent(), true);
  }

  /** A payload as Slack sends it, changed a little. */
  static JsonObject payload(String name, Consumer<JsonObject> change) {
    try (InputStream file = SlackWorkspace.class.getResourceAsStream("/slack/" + name + ".json")) {
      JsonObject payload =
          JsonParser.parseString(new String(file.readAllBytes(), UTF_8)).getAsJsonObject();
      change.accept(payload);
      return payload;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonObject event(JsonObject payload) {
    return payload.getAsJsonObject("event");
  }

  HttpResponse<String> event(String name, Consumer<JsonObject> change) {
    return send(signed("application/json", payload(name, change).toString()));
  }

  HttpResponse<String> press(Consumer<JsonObject> change) {
    return interact("block_actions", change.andThen(this::withResponseUrl));
  }

  /** Somebody presses a button in a modal or in the Home tab. */
  HttpResponse<String> pressIn(String view, Consumer<JsonObject> change) {
    return interact(
        "block_actions",
        payload -> {
          payload.remove("response_url");
          payload.remove("message");
          payload.remove("channel");
          JsonObject shown = new JsonObject();
          shown.addProperty("id", "V0SHOWN");
          shown.addProperty("type", view);
          payload.add("view", shown);
          JsonObject container = new JsonObject();
          container.addProperty("type", "view");
          container.addProperty("view_id", "V0SHOWN");
          payload.add("container", container);
          change.accept(payload);
        });
  }

  /** Somebody uses a shortcut on a message. */
  HttpResponse<String> shortcutOnMessage(Consumer<JsonObject> change) {
    return interact("message_action", change.andThen(this::withResponseUrl));
  }

  /** Somebody presses or sends something. */
  HttpResponse<String> interact(String name, Consumer<JsonObject> change) {
    JsonObject payload = payload(name, change);
    return send(
        signed(
            "application/x-www-form-urlencoded",
            "payload=" + URLEncoder.encode(payload.toString(), UTF_8)));
  }

  /** Somebody sends a modal. */
  HttpResponse<String> submit(Consumer<JsonObject> change) {
    return interact("view_submission", change);
  }

  HttpResponse<String> command(String text) {
    return send(signed("application/x-www-form-urlencoded", commandForm(text)));
  }

  String commandForm(String text) {
    JsonObject fields = payload("slash_command", this::withResponseUrl);
    fields.addProperty("text", text);
    return fields.entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue().getAsString(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** A request that Slack signed just now. */
  HttpRequest.Builder signed(String contentType, String body) {
    String now = String.valueOf(InstantSource.system().instant().getEpochSecond());
    return request(contentType, body.getBytes(UTF_8))
        .header(RequestSignature.TIMESTAMP_HEADER, now)
        .header(RequestSignature.SIGNATURE_HEADER, signature.of(now, body.getBytes(UTF_8)));
  }

  HttpRequest.Builder request(String contentType, byte[] body) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", contentType)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  URI address() {
    return address;
  }

  /** Opens a socket to Slack, as it is told by {@code apps.connections.open}. */
  SlackSocket socket() {
    Settings.Slack settings =
        new Settings.Slack(
            SECRET, new Settings.SlackAccess.OneWorkspace("xoxb-test"), slack.apiUrl());
    return new SlackSocket(
        settings, "xapp-test", app, InstantSource.system(), new SlackTrouble(metrics), pauses::add);
  }

  /** Questions as the coach got them. */
  List<String> questions() {
    return asked.stream()
        .filter(Incoming.Asked.class::isInstance)
        .map(it -> ((Incoming.Asked) it).text())
        .toList();
  }

  double errors(String reason) {
    return metrics.counter("rapport.channel.errors", "channel", "slack", "reason", reason).count();
  }

  /** Everything sent that was not looked at, once all that was acknowledged is done. */
  List<FakeSlack.Call> sentInTheEnd() {
    app.close();
    return slack.rest();
  }

  /** Checks an answer in an acknowledgement as strictly as one that is posted. */
  static JsonObject answerIn(HttpResponse<String> ack) {
    assertThat(ack.statusCode()).isEqualTo(200);
    assertThat(ack.headers().firstValue("content-type")).hasValue("application/json;charset=utf-8");
    JsonObject answer = JsonParser.parseString(ack.body()).getAsJsonObject();
    SlackLimits.check(answer.get("text").getAsString(), answer.getAsJsonArray("blocks"));
    assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
    return answer;
  }

  /** Checks the modal in an acknowledgement as strictly as one that is opened. */
  static JsonObject modalIn(HttpResponse<String> ack) {
    JsonObject answer = JsonParser.parseString(ack.body()).getAsJsonObject();
    assertThat(answer.get("response_action").getAsString()).isEqualTo("update");
    SlackLimits.checkModal(answer.getAsJsonObject("view"));
    return answer.getAsJsonObject("view");
  }

  @Override
  public void close() throws Exception {
    server.stop();
    app.close();
    store.close();
    slack.close();
  }

  private void withResponseUrl(JsonObject payload) {
    payload.addProperty("response_url", slack.responseUrl());
  }

  private URI serve() {
    ServerConnector connector = new ServerConnector(server);
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addFilter(
        new FilterHolder(new SlackGuard(SECRET, InstantSource.system())),
        "/slack/events",
        EnumSet.of(DispatcherType.REQUEST));
    ServletHolder servlet = new ServletHolder(new SlackServlet(app));
    context.addServlet(servlet, "/slack/events");
    context.addServlet(servlet, "/unguarded");
    server.setHandler(context);
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/slack/events");
  }
}
