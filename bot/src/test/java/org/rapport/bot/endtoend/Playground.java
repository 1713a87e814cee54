package org.rapport.bot.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The Microsoft 365 Agents Playground, which talks to a bot as Teams does and draws what comes
 * back. It is a package of npm, installed under {@code target} by its lock file when first needed.
 */
final class Playground implements AutoCloseable {
  private static final Path SOURCE = Path.of("src", "test", "playground");
  private static final Path INSTALLED = Path.of("target", "playground");
  private static final Path SAID = INSTALLED.resolve("said.txt");
  private static final String LOCK = "package-lock.json";
  private static final String PROGRAM = "node_modules/@microsoft/m365agentsplayground/cli.js";

  private final Process process;
  private final URI address;

  private Playground(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts it on this machine alone, in front of the bot whose messages go to this address. */
  static Playground before(URI bot) {
    install();
    int port = freePort();
    URI address = URI.create("http://127.0.0.1:" + port);
    Process process =
        run(
            INSTALLED,
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
    Playground playground = new Playground(process, address);
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
      Process npm = run(INSTALLED, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
      if (!npm.waitFor(4, TimeUnit.MINUTES) || npm.exitValue() != 0) {
        npm.destroyForcibly();
        throw new IllegalStateException("npm could not install the Playground: " + said());
      }
      Files.copy(SOURCE.resolve(LOCK), done, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Process run(Path folder, String... command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(SAID.toFile());
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

  /** What the last process has said so far. */
  private static String said() {
    try {
      return Files.readString(SAID);
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
