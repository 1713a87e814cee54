package org.rapport.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.Main;

/** A reindex that is killed, as by kill -9, leaves the old or the new generation live and whole. */
class KilledReindexTest {
  private static final String QUESTION = "Which platform should I start with?";
  private static final String NEW = "Newly written.";

  @TempDir Path home;

  /** How far it comes before it is killed. */
  private enum Moment {
    THE_NEW_GENERATION_IS_BEGUN {
      @Override
      boolean isReached(Path home) {
        return newDirectory(home).findAny().isPresent();
      }
    },
    THE_NEW_GENERATION_IS_WRITTEN {
      @Override
      boolean isReached(Path home) {
        return newDirectory(home)
            .flatMap(Moment::names)
            .anyMatch(name -> name.startsWith("segments_"));
      }
    },
    THE_DATABASE_SAYS_THE_NEW_ONE_IS_LIVE {
      @Override
      boolean isReached(Path home) {
        String url = "jdbc:sqlite:" + home.resolve("data/rapport.db") + "?busy_timeout=20000";
        try (Connection connection = DriverManager.getConnection(url);
            Statement statement = connection.createStatement();
            ResultSet live = statement.executeQuery("select number from live_generation")) {
          return live.next() && live.getInt(1) == 2;
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    },
    THE_NEW_ONE_IS_LIVE {
      @Override
      boolean isReached(Path home) {
        try {
          return Files.readString(home.resolve("data/index/live")).startsWith("generation-2");
        } catch (NoSuchFileException beingReplaced) {
          return false;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };

    abstract boolean isReached(Path home);

    private static Stream<Path> newDirectory(Path home) {
      return names(home.resolve("data/index"))
          .filter(name -> name.startsWith("generation-2"))
          .map(name -> home.resolve("data/index").resolve(name));
    }

    private static Stream<String> names(Path folder) {
      try (Stream<Path> list = Files.list(folder)) {
        return list.map(path -> path.getFileName().toString()).toList().stream();
      } catch (NoSuchFileException gone) {
        return Stream.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theOldOrTheNewOneIsLiveAndWholeAndTheNextReindexWorks(Moment moment) throws Exception {
    Path before = SmallContent.in(home.resolve("before"));
    Path after = SmallContent.in(home.resolve("after"));
    Path document = after.resolve("guidance/getting-started/choosing-where-to-be-online.md");
    Files.writeString(
        document, Files.readString(document).replaceFirst("(?m)^1\\. .*$", "1. " + NEW));
    run("reindex", "--content", before.toString());

    Process reindex = start("reindex", "--content", after.toString(), "--force");
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(1))
        .until(() -> moment.isReached(home) || !reindex.isAlive());
    reindex.destroyForcibly().waitFor();

    CommandRun generations = run("generations");
    assertThat(generations.out().lines().filter(line -> line.contains(" live "))).hasSize(1);
    CommandRun answer = run("ask", QUESTION);
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("1. ");
    assertThat(run("reindex", "--content", after.toString(), "--force").code()).isZero();
    assertThat(run("ask", QUESTION).out()).contains(NEW);
  }

  private CommandRun run(String... arguments) {
    return CommandRun.with(
        home, List.of("RAPPORT_DATA", home.resolve("data").toString()), arguments);
  }

  private Process start(String... arguments) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder process =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName()),
                    Stream.of(arguments))
                .toList());
    process.environment().put("RAPPORT_DATA", home.resolve("data").toString());
    return process
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
