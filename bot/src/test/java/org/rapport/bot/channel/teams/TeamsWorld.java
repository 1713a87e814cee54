package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.rapport.bot.Settings;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.conversation.FormReply;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.conversation.GivenReplies;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.delivery.AddressEnds;
import org.rapport.bot.inbox.Inbox;
import org.rapport.bot.keys.TestKeys;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.SampleForms;
import org.rapport.bot.message.SampleMessages;
import org.rapport.bot.message.Text;
import org.rapport.bot.store.Store;

/** The Teams channel on a real server, between a fake log-in service and a fake connector. */
final class TeamsWorld implements AutoCloseable {
  static final String APP = "app-of-rapport";
  static final String TENANT = "tenant-one";
  static final Wording WORDING = new Wording(Map.of("contact", "the comms team", "days", "90"));
  private static final String LAST = "the last of what came";
  private static final Duration NEVER = Duration.ofDays(1);

  final FakeLogin login = new FakeLogin();
  final FakeConnector connector = new FakeConnector();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  /** All that the coach heard. */
  final List<Incoming> heard = new CopyOnWriteArrayList<>();

  /** All that people did with forms. */
  final List<FormStep> steps = new CopyOnWriteArrayList<>();

  /** What the coach does with forms. */
  final AtomicReference<Function<FormStep, FormReply>> forms =
      new AtomicReference<>(step -> new FormReply.Show(SampleForms.everyKind()));

  /** All pauses before a second try, which take no time here. */
  final List<Duration> pauses = new CopyOnWriteArrayList<>();

  /** What the coach says. */
  final AtomicReference<Function<Incoming, Reply>> coach =
      new AtomicReference<>(TeamsWorld::usualReply);

  final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  final TeamsChannel channel;
  final Inbox inbox;
  final Store store;

  private final Semaphore lastHeard = new Semaphore(0);
  private final AtomicInteger lasts = new AtomicInteger();
  private final Server server = new Server();
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  TeamsWorld(Path folder) throws Exception {
    this(folder, Duration.ofSeconds(15), Kind.SINGLE_TENANT);
  }

  TeamsWorld(Path folder, Duration reply, Kind kind) throws Exception {
    this(folder, reply, NEVER, kind);
  }

  /** Where a person sees after a while that an answer is on its way. */
  static TeamsWorld typingAfter(Path folder, Duration typing) throws Exception {
    return new TeamsWorld(folder, Duration.ofSeconds(15), typing, Kind.SINGLE_TENANT);
  }

  private TeamsWorld(Path folder, Duration reply, Duration typing, Kind kind) throws Exception {
    store = Store.embedded(folder.resolve("teams.db"));
    store.migrate();
    InstantSource clock = now::get;
    SeenEvents seen = new SeenEvents(store, clock);
    inbox = new Inbox(store, seen, TestKeys.some(), clock, meters);
    channel =
        new TeamsChannel(
            settings(folder, true, "127.0.0.1"),
            teams(kind),
            new GivenReplies(this::hear, this::fill),
            seen,
            inbox,
            new AddressEnds(store, clock),
            store,
            TestKeys.some()::macs,
            WORDING,
            meters,
            clock,
            new Patience(
                Duration.ofSeconds(5), reply, Duration.ofSeconds(30), typing, pauses::add));
    ServerConnector listener = new ServerConnector(server);
    listener.setHost("127.0.0.1");
    server.addConnector(listener);
    ServletContextHandler routes = new ServletContextHandler();
    routes.addFilter(new FilterHolder(channel.guard()), TeamsChannel.PATH, null);
    routes.addServlet(new ServletHolder(channel.servlet()), TeamsChannel.PATH);
    server.setHandler(routes);
    server.start();
    port = listener.getLocalPort();
  }

  static Settings settings(Path folder, boolean dev, String host) {
    return new Settings(
        host,
        0,
        folder,
        Optional.empty(),
        URI.create("http://127.0.0.1"),
        new Settings.Contact("the comms team", Optional.empty()),
        20,
        Duration.ofDays(90),
        OptionalInt.empty(),
        dev,
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The ways to register a bot. */
  enum Kind {
    SINGLE_TENANT,
    MULTI_TENANT,
    /** With no app id, as the Agents Playground talks to it. */
    PLAYGROUND
  }

  private Settings.Teams teams(Kind kind) {
    return switch (kind) {
      case SINGLE_TENANT -> teams(APP, true, Set.of(TENANT));
      case MULTI_TENANT -> teams(APP, false, Set.of(TENANT));
      case PLAYGROUND -> teams("", false, Set.of());
    };
  }

  Settings.Teams teams(String appId, boolean single, Set<String> tenants) {
    return new Settings.Teams(
        appId,
        appId.isEmpty() ? "" : "password",
        single ? Optional.of(TENANT) : Optional.empty(),
        single,
        tenants,
        login.metadata(),
        login.url());
  }

  int port() {
    return port;
  }

  /** An activity as Teams sends it, to be changed by a test. */
  ObjectNode activity(String name) {
    try (InputStream in = TeamsWorld.class.getResourceAsStream("/teams/" + name + ".json")) {
      String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return (ObjectNode) TeamsJson.MAPPER.readTree(json.replace("SERVICE_URL", connector.url()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  ObjectNode question(String id, String words) {
    return activity("personal-message").put("id", id).put("text", words);
  }

  /** A token for us, as the Bot Framework signs it. */
  String goodToken() {
    return login.sign(FakeLogin.token(APP, connector.url()));
  }

  /** Sends an activity as Teams would. */
  HttpResponse<String> receive(JsonNode activity) throws Exception {
    return post(activity.toString(), "Bearer " + goodToken());
  }

  HttpResponse<String> post(String body, String authorization) throws Exception {
    HttpRequest.Builder request = request().header("Content-Type", "application/json");
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request() {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + TeamsChannel.PATH));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** How often an error was counted. */
  double errors(String reason) {
    Counter counter =
        meters.find("rapport.channel.errors").tags("channel", "teams", "reason", reason).counter();
    return counter == null ? 0 : counter.count();
  }

  /**
   * Waits until all that came in the chief executive's own chat is done, and is in the database
   * that this gives.
   */
  Store settle() throws Exception {
    ObjectNode last = activity("channel-mention").put("text", LAST);
    // A group's message, unlike one's own, says nothing of where the bot is.
    ((ObjectNode) last.get("conversation"))
        .put("id", "a:chat-ceo")
        .put("conversationType", "groupChat");
    receive(last.put("id", "f:last-" + lasts.incrementAndGet()));
    lastHeard.acquire();
    store.settle();
    return store;
  }

  /** Takes the database away. */
  void loseDatabase() {
    store.close();
  }

  /** Waits until everything that was accepted is done; nothing is accepted after. */
  void finish() {
    channel.close();
  }

  @Override
  public void close() throws Exception {
    server.stop();
    channel.close();
    store.close();
    connector.close();
    login.close();
    http.close();
    connector.assertAllValid();
  }

  private Reply hear(Incoming incoming) {
    if (incoming instanceof Incoming.Asked asked && asked.text().equals(LAST)) {
      lastHeard.release();
      throw new IllegalStateException("Nothing shall be said to this");
    }
    heard.add(incoming);
    return coach.get().apply(incoming);
  }

  private FormReply fill(FormStep step) {
    steps.add(step);
    return forms.get().apply(step);
  }

  private static Reply usualReply(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Asked asked -> new Reply(SampleMessages.found(), false);
      case Incoming.Gave gave -> new Reply(words("Thank you for the files."), false);
      case Incoming.Rated rated -> new Reply(words("Thank you for telling us."), true);
      case Incoming.Arrived arrived -> new Reply(SampleMessages.welcome(), false);
      case Incoming.WantedAll wanted -> new Reply(SampleMessages.found(), true);
      case Incoming.Pressed pressed -> new Reply(words("Done."), true);
      case Incoming.FormUnshown unshown -> new Reply(words("It did not open."), true);
      case Incoming.OpenedHome _, Incoming.BeganChat _, Incoming.WantedToShare _ ->
          throw new IllegalStateException("Teams has none of these");
      case Incoming.WantedReply wanted -> new Reply(words("Thank them first."), true);
    };
  }

  static Message words(String words) {
    return new Message(words, List.of(new Block.Paragraph(Text.plain(words))));
  }
}
