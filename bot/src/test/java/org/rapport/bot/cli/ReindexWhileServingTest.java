package org.rapport.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.App;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.ShippedIndex;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.TestDatabase;

/** Servers take in what a command released, from their own folder or through the database. */
class ReindexWhileServingTest {
  private static final Duration AT_MOST = Duration.ofMinutes(1);

  @TempDir Path home;

  @ParameterizedTest
  @EnumSource
  void everyServerFollowsAReleaseAndARollback(TestDatabase database) throws IOException {
    Path content = SmallContent.in(home.resolve("content"));
    String url = database.freshUrl(home).orElseThrow();
    ShippedIndex.copyTo(new DataFolder(home.resolve("one")));
    try (App one = serve("one", url)) {
      await().atMost(AT_MOST).until(() -> !run(url, "generations").out().isBlank());
      int first = generation(one);
      try (App two = serve("two", url)) {
        await().atMost(AT_MOST).until(() -> generation(two) == first);

        CommandRun reindex = whenFree(url, "reindex", "--content", content.toString(), "--force");
        int second = first + 1;
        assertThat(reindex.out()).as(reindex.err()).contains("Generation " + second + " is live");
        await().atMost(AT_MOST).until(() -> generation(one) == second && generation(two) == second);

        assertThat(run(url, "rollback", Integer.toString(first)).code()).isZero();
        await().atMost(AT_MOST).until(() -> generation(one) == first && generation(two) == first);
      }
    }
  }

  private App serve(String folder, String url) {
    return App.start(new SettingsReader(variables(folder, url), Path.of("")).read());
  }

  /** A server that has just started may still be looking whether its guidance is live. */
  private CommandRun whenFree(String url, String... arguments) {
    return await()
        .atMost(AT_MOST)
        .until(() -> run(url, arguments), run -> !run.err().contains("Another reindex"));
  }

  /** The command works in the folder of the first server. */
  private CommandRun run(String url, String... arguments) {
    List<String> settings =
        variables("one", url).entrySet().stream()
            .flatMap(each -> List.of(each.getKey(), each.getValue()).stream())
            .toList();
    return CommandRun.with(home, settings, arguments);
  }

  private Map<String, String> variables(String folder, String url) {
    return new HashMap<>(
        Map.of("PORT", "0", "DATABASE_URL", url, "RAPPORT_DATA", home.resolve(folder).toString()));
  }

  private static int generation(App server) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI metrics = URI.create("http://127.0.0.1:" + server.port() + "/metrics");
      String told =
          http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
      Optional<String> line =
          told.lines().filter(each -> each.startsWith("rapport_generation ")).findFirst();
      return (int) Double.parseDouble(line.orElseThrow().split(" ")[1]);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
