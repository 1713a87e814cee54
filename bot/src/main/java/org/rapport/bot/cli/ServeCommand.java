package org.rapport.bot.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.rapport.bot.App;
import org.rapport.bot.Settings;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.store.DataFolder;
import picocli.CommandLine.Command;

@Command(
    name = "serve",
    description = "Serves Slack, Teams and the web until it is stopped.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private final Supplier<SettingsReader> settings;
  private final Terminal terminal;

  ServeCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    this.settings = settings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    SettingsReader reader = settings.get();
    Settings read = reader.read();
    reader.notUsedYet().forEach(terminal.err()::println);
    DataFolder data = new DataFolder(read.data());
    try (DataFolder.Lock held = lock(data)) {
      serve(read);
    }
    return 0;
  }

  private static DataFolder.Lock lock(DataFolder data) {
    return data.lock()
        .orElseThrow(
            () -> new Refusal("Another Rapport is serving from " + data.path() + " already"));
  }

  private void serve(Settings read) {
    CountDownLatch closed = new CountDownLatch(1);
    try (App app = App.start(read)) {
      terminal.out().println("Rapport is at " + address(read, app.port()));
      stopWhenAsked(Thread.currentThread(), closed);
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      terminal.err().println("Rapport has stopped");
    } finally {
      closed.countDown();
    }
  }

  private static String address(Settings read, int port) {
    return read.port() == port
        ? read.publicUrl().toString()
        : "http://"
            + (read.host().contains(":") ? "[" + read.host() + "]" : read.host())
            + ":"
            + port;
  }

  /** On a signal the server is closed in its own thread, and the process waits for that. */
  private static void stopWhenAsked(Thread serving, CountDownLatch closed) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              serving.interrupt();
              try {
                closed.await();
              } catch (InterruptedException cut) {
                Thread.currentThread().interrupt();
              }
            }));
  }
}
