package org.rapport.bot.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rapport.bot.App;
import org.rapport.bot.Settings;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.release.PreparedVectors;
import org.rapport.bot.store.DataFolder;
import org.rapport.knowledge.evaluate.Gate;
import org.rapport.knowledge.evaluate.GoldenSets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * The training run of a build: serves a while and is asked over HTTP, so that Java learns which
 * classes a start and an answer need. It uses no setting and no data of this installation.
 */
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {
  private static final String SECRET = "training";
  private static final List<String> QUESTIONS =
      List.of(
          "Which platform should I start with?",
          "how often shd i post",
          "someone is having a go at me online what now",
          "What is the best recipe for soup?",
          "help");

  private final Terminal terminal;

  @Parameters(paramLabel = "DIR", description = "An empty folder to work in.")
  private Path folder = Path.of("");

  TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, GeneralSecurityException {
    Settings settings = settings(Files.createDirectories(folder));
    prepare(new DataFolder(settings.data()));
    try (App app = App.start(settings);
        HttpClient client = HttpClient.newHttpClient()) {
      URI server = URI.create("http://127.0.0.1:" + app.port());
      for (String path : List.of("/", "/health/ready", "/metrics", "/no-such-page")) {
        send(client, HttpRequest.newBuilder(server.resolve(path)));
      }
      for (String question : QUESTIONS) {
        send(client, slashCommand(server.resolve("/slack/events"), question));
      }
    }
    return 0;
  }

  /** Indexes the guidance; the build keeps the folder of the index. */
  private void prepare(DataFolder data) {
    try (OpenGuidance guidance = OpenGuidance.live(data, terminal)) {
      guidance
          .knowledge()
          .learn(Gate.asked(GoldenSets.shipped()), PreparedVectors.questions(data.index()));
    }
  }

  private static Settings settings(Path folder) {
    return new SettingsReader(
            Map.of(
                "PORT", "0",
                "RAPPORT_DATA", folder.toAbsolutePath().toString(),
                "RAPPORT_DEV", "true",
                "SLACK_SIGNING_SECRET", SECRET,
                "SLACK_BOT_TOKEN", "xoxb-training",
                "SLACK_API_URL", "http://127.0.0.1:9/api/"),
            folder)
        .read();
  }

  private static HttpRequest.Builder slashCommand(URI events, String question)
      throws GeneralSecurityException {
    String body =
        "command=%2Fcoach&team_id=T1&user_id=U1&channel_id=D1&response_url=http%3A%2F%2F127.0.0.1%3A9%2F"
            + ("&text=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
    String time = String.valueOf(Instant.now().getEpochSecond());
    return HttpRequest.newBuilder(events)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-Slack-Request-Timestamp", time)
        .header("X-Slack-Signature", "v0=" + signature("v0:" + time + ":" + body))
        .POST(BodyPublishers.ofString(body));
  }

  private static String signature(String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void send(HttpClient client, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var response = client.send(request.build(), BodyHandlers.ofString());
    terminal.out().println(response.statusCode() + " " + response.uri().getPath());
  }
}
