package org.rapport.bot.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.conversation.SampleNudges;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Cut;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.SampleForms;
import org.rapport.bot.message.SampleMessages;
import org.rapport.bot.message.Text;

/** What a message looks like as a card. */
class TeamsRendererTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/teams");

  static Stream<Arguments> samples() {
    return SampleMessages.all().entrySet().stream()
        .map(sample -> Arguments.of(sample.getKey(), sample.getValue()));
  }

  static Stream<Arguments> forms() {
    return SampleForms.all().entrySet().stream()
        .map(sample -> Arguments.of(sample.getKey(), sample.getValue()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleLooksAsItsGoldenFileSays(String name, Message message) throws IOException {
    assertGolden(name, TeamsRenderer.card(message));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFormLooksAsItsGoldenFileSays(String name, Form form) throws IOException {
    assertGolden(name, TeamsRenderer.card(form));
  }

  @Test
  void whatIsWrongWithAFormIsShownAtItsField() throws IOException {
    Map<String, String> problems =
        Map.of("why", "Please answer this.", "day", "Please give a day, such as 2026-11-22.");
    JsonNode card = FormCard.of(SampleForms.everyKind(), problems, Surface.DIALOG);

    CardSchema.assertValid(card);
    assertGolden("form-to-mend-in-dialog", card);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFormIsAnAdaptiveCardThatTeamsTakes(String name, Form form) {
    for (Surface surface : Surface.values()) {
      CardSchema.assertValid(FormCard.of(form, Map.of(), surface));
    }
  }

  @Test
  void inAGroupAFormOpensInADialog() {
    Block.Choices open =
        new Block.Choices(
            "", List.of(new Block.Button("What?", new Action.Open("sample", "answer-1"))));
    JsonNode action =
        TeamsRenderer.card(new Message("m", List.of(open)), Surface.SHARED).at("/body/0/actions/0");

    assertThat(action.path("type").asText()).isEqualTo("Action.Submit");
    assertThat(action.at("/data/msteams/type").asText()).isEqualTo("task/fetch");
    assertThat(action.at("/data/value").asText()).isEqualTo("sample/answer-1");
  }

  @Test
  void whereAnAnswerIsCutAButtonLeadsToAllOfIt() {
    Block.Button readAll = new Block.Button("Read all", new Action.ReadAll("Posting"));
    Message message =
        new Message(
            "m",
            List.of(new Block.Paragraph(Text.plain("word ".repeat(1000).strip()))),
            Optional.of(readAll));

    JsonNode card = TeamsRenderer.card(message);
    assertThat(card.at("/body/0/text").asText()).endsWith("word…");
    assertThat(card.at("/body/1/actions/0/data/value").asText()).isEqualTo("Posting");
    JsonNode whole = TeamsRenderer.whole(message, Surface.PERSONAL);
    assertThat(whole.path("body")).hasSize(1);
    assertThat(whole.at("/body/0/text").asText()).endsWith("word").hasSize(4999);
  }

  /** {@code -Dgolden.update=true} writes the files; the change is then read in review. */
  private static void assertGolden(String name, JsonNode card) throws IOException {
    Path file = GOLDEN.resolve(name + ".json");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(
          file,
          TeamsJson.MAPPER
                  .writer()
                  .with(SerializationFeature.INDENT_OUTPUT)
                  .writeValueAsString(card)
              + "\n");
    }
    assertThat(card).isEqualTo(TeamsJson.MAPPER.readTree(Files.readString(file)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsAnAdaptiveCardThatTeamsTakes(String name, Message message) {
    CardSchema.assertValid(TeamsRenderer.card(message));
  }

  @Test
  void everyPostOfTheLibraryIsACardThatTeamsTakesAndNothingOfItIsCut() {
    for (Message nudge : SampleNudges.ofTheWholeLibrary()) {
      JsonNode card = TeamsRenderer.card(nudge);
      CardSchema.assertValid(card);
      assertThat(card.toString()).doesNotContain("…");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "*bold* _it_ ~no~ ¦ \\*bold\\* \\_it\\_ \\~no\\~",
        "[words](https://evil.example) ¦ \\[words\\](https://evil.example)",
        "<b>&lt;b&gt; R&D AT&T ¦ \\<b\\>\\&lt;b\\&gt; R\\&D AT\\&T",
        "# title ¦ \\# title",
        "- item ¦ \\- item",
        "+ item ¦ \\+ item",
        "1. item ¦ 1\\. item",
        "12) item ¦ 12\\) item",
        "2026 was 1.5 times better - really ¦ 2026 was 1.5 times better - really",
        "`code` C:\\dir ¦ \\`code\\` C:\\\\dir",
        "{{DATE(2026-11-01T00:00:00Z,SHORT)}} ¦ {\\{DATE(2026-11-01T00:00:00Z,SHORT)}}",
      })
  void wordsStayWords(String words, String markdown) {
    assertThat(CardMarkdown.paragraphs(Text.plain(words))).isEqualTo(markdown);
  }

  @Test
  void linesOfWordsArePartedAndTheirMarksEscaped() {
    assertThat(CardMarkdown.paragraphs(Text.plain("one\n  - two\r\n\r\n3. three\u0007")))
        .isEqualTo("one\n\n\\- two\n\n3\\. three");
    assertThat(CardMarkdown.line(Text.plain("one\n\ntwo"))).isEqualTo("one two");
  }

  @Test
  void boldItalicsAndLinksAreMarkdown() {
    Text text =
        new Text(
            List.of(
                new Text.Bold("very* "),
                new Text.Italic(" good "),
                new Text.Link("a [guide]", URI.create("https://example.org/a_(b)?c=d"))));

    assertThat(CardMarkdown.paragraphs(text))
        .isEqualTo("**very\\***  _good_ [a \\[guide\\]](https://example.org/a_%28b%29?c=d)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "/here"})
  void onlyWebAddressesAreLinks(String address) {
    assertThat(CardMarkdown.link("words", URI.create(address))).isEqualTo("words");
  }

  @Test
  void wordsAreCutAtTheEndOfAWord() {
    assertThat(Cut.atWord("one two three", 13)).isEqualTo("one two three");
    assertThat(Cut.atWord("one two three", 12)).isEqualTo("one two…");
    assertThat(Cut.atWord("x".repeat(20), 10)).isEqualTo("x".repeat(9) + "…");
    assertThat(Cut.atWord("👩👩👩👩👩", 8)).isEqualTo("👩👩👩…");
  }

  @Test
  void aTextIsCutInsideItsSpans() {
    Text text = new Text(List.of(new Text.Bold("one"), new Text.Plain(" two three")));

    assertThat(Cut.text(text, 9))
        .isEqualTo(new Text(List.of(new Text.Bold("one"), new Text.Plain(" two…"))));
    assertThat(Cut.text(text, 3).words()).isEqualTo("one…");
  }

  @Test
  void aCardOfAnySizeFits() {
    Text words = Text.plain("word & ".repeat(3_000));
    URI address = URI.create("https://example.org/" + "x".repeat(3_000));
    List<Block> blocks =
        IntStream.range(0, 300)
            .<Block>mapToObj(i ->
                i % 2 == 0
                    ? new Block.Paragraph(words)
                    : new Block.Sources(
                        List.of(new Block.Source("title", "who", "2026", Optional.of(address)))))
            .toList();

    JsonNode card = TeamsRenderer.card(new Message("Long", blocks));

    CardSchema.assertValid(card);
    assertThat(card.toString().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(TeamsRenderer.LARGEST_CARD);
    assertThat(card.at("/body").get(card.at("/body").size() - 1).path("text").asText())
        .isEqualTo("…");
  }

  @Test
  void shortButtonsShareRowsOfSixAndLongOnesHaveARowEach() {
    List<Block.Button> many =
        IntStream.range(0, 8)
            .mapToObj(i -> new Block.Button("Yes " + i, new Action.Ask("Yes?")))
            .toList();
    JsonNode rows =
        TeamsRenderer.card(new Message("m", List.of(new Block.Choices("", many)))).path("body");

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).path("actions")).hasSize(6);
    assertThat(rows.get(1).path("actions")).hasSize(2);
    assertThat(TeamsRenderer.card(SampleMessages.found()).findValues("actions")).hasSize(4);
  }

  @Test
  void aButtonCarriesItsActionAndALabelThatFits() {
    String question = "What should I think about? ".repeat(20);
    Block.Choices choices =
        new Block.Choices(
            "", List.of(new Block.Button(question, new Action.Ask(question.substring(0, 300)))));

    JsonNode action =
        TeamsRenderer.card(new Message("m", List.of(choices))).at("/body/0/actions/0");

    assertThat(action.path("type").asText()).isEqualTo("Action.Execute");
    assertThat(action.path("verb").asText()).isEqualTo("ask");
    assertThat(action.path("data").path("kind").asText()).isEqualTo("ask");
    assertThat(action.path("data").path("value").asText()).hasSize(300);
    assertThat(action.path("title").asText()).hasSizeLessThanOrEqualTo(75).endsWith("…");
  }

  @Test
  void anEmptyPartOfAMessageIsLeftOut() {
    Message message =
        new Message(
            "m",
            List.of(
                new Block.Paragraph(Text.plain(" ")),
                new Block.Steps("", List.of()),
                new Block.Sources(List.of()),
                new Block.Choices("Or", List.of())));

    assertThat(TeamsRenderer.card(message).path("body")).isEmpty();
  }
}
