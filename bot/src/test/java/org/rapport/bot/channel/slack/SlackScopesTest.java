package org.rapport.bot.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlackScopesTest {
  private static final Path MANIFEST = Path.of("../deploy/slack/manifest.yaml");

  @Test
  void theManifestAsksForTheseAndForNoOthers() throws IOException {
    assertThat(list("bot:")).containsExactlyElementsOf(scopes(false));
    assertThat(list("bot_optional:")).containsExactlyElementsOf(scopes(true));
    assertThat(SlackScopes.asked().split(","))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(list("bot:").stream(), list("bot_optional:").stream()).toList());
  }

  @Test
  void theShortcutsOfTheManifestAreHandled() throws IOException {
    assertThat(Files.readString(MANIFEST))
        .contains("callback_id: " + SlackShortcuts.ASK, "callback_id: " + SlackShortcuts.REPLY);
  }

  private static List<String> scopes(boolean optional) {
    return Arrays.stream(SlackScopes.values())
        .filter(scope -> scope.optional() == optional)
        .map(SlackScopes::scope)
        .toList();
  }

  @Test
  void theManifestTellsOfEveryEventThatIsHandled() throws IOException {
    assertThat(list("bot_events:"))
        .contains(
            "app_home_opened",
            "app_mention",
            "app_uninstalled",
            "assistant_thread_context_changed",
            "assistant_thread_started",
            "message.im",
            "tokens_revoked");
  }

  @Test
  void theManifestLeadsBackToWhereInstallsEnd() throws IOException {
    assertThat(list("redirect_urls:"))
        .containsExactly("https://rapport.example.nhs.uk/slack/oauth_redirect");
    assertThat(Files.readString(MANIFEST)).contains("token_rotation_enabled: true");
  }

  @Test
  void whatIsMissingIsToldWithWhatItIsFor() {
    assertThat(SlackScopes.missing(Set.of("commands", "chat:write", "admin")))
        .doesNotContain(SlackScopes.COMMANDS, SlackScopes.WRITING)
        .contains(SlackScopes.TAKING_FILES)
        .allSatisfy(missing -> assertThat(missing.feature()).isNotBlank());
    assertThat(SlackScopes.missing(Set.of(SlackScopes.asked().split(",")))).isEmpty();
  }

  /** The items of a list in the manifest. */
  private static List<String> list(String name) throws IOException {
    try (Stream<String> lines = Files.lines(MANIFEST)) {
      return lines
          .map(line -> line.replaceFirst("\\s+#.*", ""))
          .dropWhile(line -> !line.strip().equals(name))
          .skip(1)
          .takeWhile(line -> line.strip().startsWith("- "))
          .map(line -> line.strip().substring(2))
          .toList();
    }
  }
}
