package org.rapport.bot.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The product, started as an operator starts it: {@code deploy/rapport serve} in a process of its
 * own.
 */
final class RapportServer implements AutoCloseable {
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(30);
  private static final Pattern ASKS =
      Pattern.compile("rapport_asks_total\\{channel=\"slack\",outcome=\"(\\w+)\"} (\\d+)");

  private final Process process;
  private final int port;
  private final FakeSlack slack;
  private final Duration readyAfter;

  private RapportServer(Process process, int port, FakeSlack slack, Duration readyAfter) {
    this.process = process;
    this.port = port;
    this.slack = slack;
    this.readyAfter = readyAfter;
  }

  /** Starts the server on a data folder and waits until it is ready. */
  static RapportServer start(Path home, Path data, FakeSlack slack)
      throws IOException, InterruptedException {
    return start(home, data, slack, Map.of("SLACK_BOT_TOKEN", "xoxb-benchmark"));
  }

  /**
   * @param more variables beside the usual ones
   */
  static RapportServer start(Path home, Path data, FakeSlack slack, Map<String, String> more)
      throws IOException, InterruptedException {
    int port = freePort();
    ProcessBuilder start =
        new ProcessBuilder(home.resolve("deploy/rapport").toString(), "serve")
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("serve.log").toFile());
    start
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(RAPPORT|SLACK|Microsoft|MICROSOFT|DATABASE)_?.*"));
    start
        .environment()
        .putAll(
            Map.of(
                "PORT",
                Integer.toString(port),
                "RAPPORT_DATA",
                data.toString(),
                "SLACK_SIGNING_SECRET",
                SECRET,
                "SLACK_API_URL",
                slack.address() + "/api/"));
    start.environment().putAll(more);
    long from = System.nanoTime();
    Process process = start.start();
    try {
      waitUntilReady(process, port, from);
    } catch (IOException | InterruptedException | RuntimeException notReady) {
      process.destroyForcibly();
      throw notReady;
    }
    return new RapportServer(process, port, slack, Duration.ofNanos(System.nanoTime() - from));
  }

  /** From the command to the first {@code ready} of the readiness probe. */
  Duration readyAfter() {
    return readyAfter;
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  SlashCommands commands() {
    return new SlashCommands(signed(), slack.address());
  }

  MixedEvents events(int workspaces, int people) {
    return new MixedEvents(signed(), slack.address(), workspaces, people);
  }

  private SignedRequest signed() {
    return new SignedRequest("127.0.0.1:" + port, SECRET);
  }

  /** Processor time that the process has used so far, in milliseconds. */
  double cpuMillis() throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid()), "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * Machine.MILLIS_IN_TICK;
  }

  /** Memory of the process in megabytes: {@code VmRSS} is resident now, {@code VmHWM} at most. */
  double megabytes(String name) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status"))) {
      if (line.startsWith(name + ":")) {
        return Long.parseLong(line.replaceAll("\\D+", "")) / 1024.0;
      }
    }
    throw new IllegalStateException("The kernel does not tell " + name);
  }

  /** How many questions the server says it has answered, by outcome. */
  Map<String, Integer> answered() throws IOException {
    String metrics = body(get(port, "/metrics"));
    Map<String, Integer> answered = new HashMap<>();
    for (Matcher found = ASKS.matcher(metrics); found.find(); ) {
      answered.put(found.group(1), Integer.valueOf(found.group(2)));
    }
    return answered;
  }

  /**
   * Waits until so many questions are answered, those included whose asker got no answer in time.
   */
  void awaitAnswered(int questions) throws IOException, InterruptedException {
    long from = System.nanoTime();
    while (answered().values().stream().mapToInt(Integer::intValue).sum() < questions) {
      if (System.nanoTime() - from > PATIENCE.toNanos()) {
        throw new IllegalStateException("Not all of " + questions + " questions were answered");
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("The server did not stop when asked");
    }
  }

  private static void waitUntilReady(Process process, int port, long from)
      throws IOException, InterruptedException {
    while (!isReady(port)) {
      if (!process.isAlive() || System.nanoTime() - from > PATIENCE.toNanos()) {
        throw new IllegalStateException("The server did not become ready; see serve.log");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private static boolean isReady(int port) throws IOException {
    HttpURLConnection probe = get(port, "/health/ready");
    try {
      return probe.getResponseCode() == 200 && body(probe).contains("ready");
    } catch (ConnectException notYet) {
      return false;
    }
  }

  private static HttpURLConnection get(int port, String path) throws IOException {
    URL url = URI.create("http://127.0.0.1:" + port + path).toURL();
    return (HttpURLConnection) url.openConnection();
  }

  private static String body(HttpURLConnection answered) throws IOException {
    try (InputStream in = answered.getInputStream()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
