package org.rapport.bot.endtoend;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The Microsoft 365 Agents Playground: one person's client, which talks to a bot as Teams does and
 * draws what comes back. It is a package of npm, installed under {@code target} by its lock file
 * when first needed.
 */
final class Playground implements AutoCloseable {
  private static final Path SOURCE = Path.of("src", "test", "playground");
  private static final Path INSTALLED = Path.of("target", "playground");
  private static final String LOCK = "package-lock.json";
  private static final String ORGANISATION = "organisation.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROGRAM = "node_modules/@microsoft/m365agentsplayground/cli.js";

  private final Process process;
  private final URI address;
  private final Path said;

  private Playground(Process process, URI address, Path said) {
    this.process = process;
    this.address = address;
    this.said = said;
  }

  /**
   * Starts it on this machine alone, in front of the bot whose messages go to this address. Several
   * at once are several people of one organisation, each in a client of their own.
   *
   * @param user whose client it is: a name from the organisation's file
   */
  static Playground of(String user, URI bot) {
    install();
    int port = freePort();
    String file = user.replace(' ', '-');
    Path said = INSTALLED.resolve(file + ".txt");
    Path people = INSTALLED.resolve(file + ".yml");
    URI address = URI.create("http://127.0.0.1:" + port);
    Process process =
        run(
            said,
            Map.of("M365_AGENTS_PLAYGROUND_CONFIG_PATH", asSeenBy(user, people)),
            "node",
            "--require",
            SOURCE.resolve("loopback.cjs").toAbsolutePath().toString(),
            PROGRAM,
            "start",
            "--app-endpoint=" + bot,
            "--channel-id=msteams",
            "--port=" + port,
            "--service-url=" + address + "/_connector",
            "--disable-telemetry");
    Playground playground = new Playground(process, address, said);
    playground.awaitLine("Listening on " + port);
    return playground;
  }

  /** Where a person opens it in a browser. */
  URI address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void install() {
    try {
      Path done = INSTALLED.resolve("installed");
      if (Files.exists(done) && Files.mismatch(SOURCE.resolve(LOCK), done) == -1) {
        return;
      }
      Files.createDirectories(INSTALLED);
      for (String file : List.of("package.json", LOCK)) {
        Files.copy(
            SOURCE.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
      Path said = INSTALLED.resolve("npm.txt");
      Process npm = run(said, Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
      if (!npm.waitFor(4, TimeUnit.MINUTES) || npm.exitValue() != 0) {
        npm.destroyForcibly();
        throw new IllegalStateException(
            "npm could not install the Playground: " + Files.readString(said));
      }
      Files.copy(SOURCE.resolve(LOCK), done, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The organisation's file as the Playground takes it, where one of its people is the user. */
  private static String asSeenBy(String user, Path people) {
    try {
      ObjectNode organisation = (ObjectNode) JSON.readTree(SOURCE.resolve(ORGANISATION).toFile());
      Iterator<JsonNode> users = organisation.withArray("users").iterator();
      while (users.hasNext()) {
        JsonNode each = users.next();
        if (each.path("name").asText().equals(user)) {
          organisation.set("currentUser", each);
          users.remove();
        }
      }
      String chat = "a:chat-of-" + organisation.at("/currentUser/id").asText().substring(3);
      organisation.putObject("personalChat").put("id", chat);
      Files.writeString(people, organisation.toString());
      return people.toAbsolutePath().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process run(Path said, Map<String, String> variables, String... command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(INSTALLED.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().putAll(variables);
    builder.environment().put("TEAMSAPPTESTER_BROWSER", "none");
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IllegalStateException(
          command[0]
              + " does not run; the Playground needs node and npm, which deploy/check installs",
          e);
    }
  }

  private void awaitLine(String expected) {
    try {
      await()
          .atMost(2, TimeUnit.MINUTES)
          .until(() -> !process.isAlive() || said().contains(expected));
    } catch (ConditionTimeoutException silent) {
      close();
    }
    if (!process.isAlive()) {
      throw new IllegalStateException("The Playground does not start: " + said());
    }
  }

  /** What it has said so far. */
  private String said() {
    try {
      return Files.readString(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
