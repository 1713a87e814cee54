package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rapport.bot.App;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.message.Text;

class WordingTest {
  /** What some sentences hold besides what any may. */
  private static final Map<String, String> FIGURES =
      Stream.of(
              "generation",
              "nudge",
              "lost",
              "asked",
              "most",
              "sections",
              "more",
              "megabytes",
              "longest",
              "role",
              "roles",
              "expected",
              "day",
              "code",
              "channel",
              "left",
              "minutes",
              "seconds",
              "host",
              "guest",
              "time",
              "section",
              "done",
              "total",
              "after",
              "before",
              "unanswered",
              "wrong",
              "first",
              "last",
              "questions",
              "groups",
              "without",
              "what",
              "platform",
              "platforms",
              "others",
              "shows",
              "alt",
              "name",
              "organiser",
              "when",
              "where",
              "how-often",
              "sign",
              "found",
              "address",
              "usually",
              "cadence",
              "seen",
              "for",
              "number",
              "stage",
              "position",
              "reason")
          .collect(Collectors.toMap(name -> name, name -> "7"));

  private final Wording wording = withContact("the comms team");

  @Test
  void aSentenceIsFilledIn() {
    assertThat(wording.words("rated.no")).endsWith("ask the comms team.");
    assertThat(wording.words("privacy.slack")).contains("for 90 days");
  }

  @Test
  void everySentenceIsFilledInCompletely() throws IOException {
    Properties all = new Properties();
    try (InputStream file = Wording.class.getResourceAsStream("/wording.properties")) {
      all.load(file);
    }
    assertThat(all.stringPropertyNames())
        .isNotEmpty()
        .allSatisfy(
            key -> assertThat(wording.words(key, FIGURES)).isNotBlank().doesNotContain("{", "}"));
  }

  @Test
  void aSentenceThatDoesNotExistIsNamed() {
    assertThatThrownBy(() -> wording.words("no.such"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no.such");
  }

  @Test
  void aContactWithAnAddressIsALink() {
    assertThat(withContact("the comms team https://intranet.example/c").text("rated.no").spans())
        .contains(new Text.Link("the comms team", URI.create("https://intranet.example/c")));
  }

  @Test
  void aContactsMailAddressCanBeRead() {
    assertThat(withContact("the comms team mailto:our_comms@trust.nhs.uk").text("rated.no").words())
        .endsWith("ask the comms team (our_comms@trust.nhs.uk).");
  }

  private static Wording withContact(String contact) {
    Map<String, String> variables = Map.of("RAPPORT_CONTACT", contact);
    return App.wording(new SettingsReader(variables, Path.of("")).read());
  }
}
