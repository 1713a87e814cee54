package org.rapport.bot.channel.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.bot.conversation.SampleNudges;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.SampleForms;
import org.rapport.bot.message.SampleMessages;
import org.rapport.bot.message.Text;

/**
 * Golden files are written anew with {@code -Dgolden.update=true}; read the change before keeping
 * it.
 */
class SlackRendererTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/slack");
  private static final Gson GSON = pretty();

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleIsDrawnAsInItsGoldenFile(String name) throws IOException {
    assertGolden(name, json(sample(name)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aFormIsDrawnAsInItsGoldenFile(String name) throws IOException {
    assertGolden(name, json(form(name)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFormIsWithinSlacksLimits(String name) {
    SlackLimits.checkModal(json(form(name)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theWholeOfEverySampleIsAModalWithNothingCut(String name) {
    JsonObject modal =
        GSON.toJsonTree(SlackModal.message(sample(name), Optional.empty())).getAsJsonObject();
    SlackLimits.checkModal(modal);
    if (!name.equals("very-long")) { // Titles and publishers are cut there.
      assertThat(modal.getAsJsonArray("blocks"))
          .filteredOn(block -> !block.toString().contains("\"actions\"")) // Labels are cut.
          .allSatisfy(block -> assertThat(block.toString()).doesNotContain("…"));
    }
  }

  private static void assertGolden(String name, JsonObject json) throws IOException {
    Path golden = GOLDEN.resolve(name + ".json");
    String drawn = GSON.toJson(json) + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, drawn);
    }
    assertThat(drawn).isEqualTo(Files.readString(golden, UTF_8));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsWithinSlacksLimits(String name) {
    JsonObject drawn = json(sample(name));
    SlackLimits.check(drawn.get("text").getAsString(), drawn.getAsJsonArray("blocks"));
  }

  @Test
  void everyPostOfTheLibraryIsWithinSlacksLimitsAndNothingOfItIsCut() {
    for (Message nudge : SampleNudges.ofTheWholeLibrary()) {
      JsonObject drawn = json(nudge);
      SlackLimits.check(drawn.get("text").getAsString(), drawn.getAsJsonArray("blocks"));
      assertThat(drawn.toString()).doesNotContain("…");
    }
  }

  @Test
  void tooManyBlocksAreCutToFifty() {
    List<Block> many =
        IntStream.range(0, 80).<Block>mapToObj(n -> paragraph("Paragraph " + n)).toList();
    assertThat(SlackRenderer.render(new Message("Many", many)).blocks()).hasSize(50);
  }

  @Test
  void emptyPartsAreLeftOut() {
    Message message =
        new Message(
            "Summary",
            List.of(
                new Block.Heading(" "),
                paragraph(""),
                new Block.Steps("How", List.of()),
                new Block.Note(Block.Tone.CAUTION, Text.plain("")),
                new Block.Sources(List.of()),
                new Block.Choices("Ask", List.of())));
    LayoutBlock only = SlackRenderer.render(message).blocks().getFirst();
    assertThat(words(only)).isEqualTo("Summary");
  }

  @Test
  void aLongQuestionIsCutOnItsButtonButAskedInFull() {
    String question = "May I ".repeat(20) + "post?";
    ButtonElement button = button(new Block.Button(question, new Action.Ask(question)));
    assertThat(button.getText().getText()).hasSizeLessThanOrEqualTo(75).endsWith("I…");
    assertThat(button.getValue()).isEqualTo(question);
  }

  @Test
  void aLongHeadingIsCutAtAWord() {
    Message message = new Message("S", List.of(new Block.Heading("heading ".repeat(40))));
    HeaderBlock header = (HeaderBlock) SlackRenderer.render(message).blocks().getFirst();
    assertThat(header.getText().getText()).endsWith("heading…").hasSizeLessThanOrEqualTo(150);
  }

  @Test
  void stepsAreNumberedAndLongOnesEndAtAWord() {
    Text step = Text.plain("word ".repeat(300));
    Message message = new Message("S", List.of(new Block.Steps("How", List.of(step, step, step))));
    String drawn = words(SlackRenderer.render(message).blocks().getFirst());
    assertThat(drawn).startsWith("*How*\n1. word").contains("\n2. word").endsWith("word…");
  }

  @Test
  void everyLineOfAQuoteIsMarked() {
    Message message =
        new Message("S", List.of(new Block.Quote("For example", Text.plain("One\nTwo"))));
    assertThat(words(SlackRenderer.render(message).blocks().getFirst()))
        .isEqualTo("*For example*\n> One\n> Two");
  }

  @Test
  void whereAnAnswerIsCutAButtonLeadsToAllOfIt() {
    Text text = Text.plain("word ".repeat(1000));
    Block.Button readAll = new Block.Button("Read all", new Action.ReadAll("Posting"));
    List<Block> blocks = List.of(new Block.Paragraph(text));
    List<LayoutBlock> drawn =
        SlackRenderer.render(new Message("S", blocks, Optional.of(readAll))).blocks();

    assertThat(words(drawn.getFirst())).endsWith("word…");
    assertThat(((ActionsBlock) drawn.getLast()).getElements())
        .singleElement()
        .extracting(button -> ((ButtonElement) button).getValue())
        .isEqualTo("Posting");
    assertThat(SlackModal.message(new Message("S", blocks), Optional.empty()).getBlocks().stream())
        .extracting(block -> words(block).split(" ").length)
        .containsExactly(300, 300, 300, 100);
  }

  @Test
  void whereNothingIsCutNothingLeadsToAllOfIt() {
    Message message =
        new Message(
            "S",
            List.of(paragraph("Short")),
            Optional.of(new Block.Button("Read all", new Action.ReadAll("Posting"))));
    assertThat(SlackRenderer.render(message).blocks()).hasSize(1);
  }

  @Test
  void theButtonToAllOfItIsWithinFiftyBlocks() {
    List<Block> many =
        IntStream.range(0, 80).<Block>mapToObj(n -> paragraph("Paragraph " + n)).toList();
    Block.Button readAll = new Block.Button("Read all", new Action.ReadAll("Posting"));
    List<LayoutBlock> drawn =
        SlackRenderer.render(new Message("Many", many, Optional.of(readAll))).blocks();
    assertThat(drawn).hasSize(50);
    assertThat(drawn.getLast()).isInstanceOf(ActionsBlock.class);
  }

  static Stream<String> forms() {
    return SampleForms.all().keySet().stream();
  }

  private static Form form(String name) {
    return Objects.requireNonNull(SampleForms.all().get(name), name);
  }

  private static JsonObject json(Form form) {
    return GSON.toJsonTree(SlackModal.form(form)).getAsJsonObject();
  }

  static Stream<String> samples() {
    return SampleMessages.all().keySet().stream();
  }

  private static Message sample(String name) {
    return Objects.requireNonNull(SampleMessages.all().get(name), name);
  }

  private static Block paragraph(String words) {
    return new Block.Paragraph(Text.plain(words));
  }

  private static String words(LayoutBlock section) {
    return ((MarkdownTextObject) ((SectionBlock) section).getText()).getText();
  }

  private static ButtonElement button(Block.Button button) {
    Message message = new Message("S", List.of(new Block.Choices("", List.of(button))));
    ActionsBlock actions = (ActionsBlock) SlackRenderer.render(message).blocks().getFirst();
    return (ButtonElement) actions.getElements().getFirst();
  }

  private static JsonObject json(Message message) {
    return GSON.toJsonTree(SlackRenderer.render(message)).getAsJsonObject();
  }

  private static Gson pretty() {
    GsonBuilder builder =
        new GsonBuilder().setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES);
    GsonFactory.registerTypeAdapters(builder, true);
    return builder.setPrettyPrinting().disableHtmlEscaping().create();
  }
}
