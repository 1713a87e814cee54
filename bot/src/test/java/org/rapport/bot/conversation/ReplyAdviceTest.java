package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.ShippedIndex;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.Question;

class ReplyAdviceTest {
  @TempDir private static Path shipped;
  private static Knowledge knowledge;
  private static ReplyAdvice advice;

  @BeforeAll
  static void openGuidance() {
    knowledge = ShippedIndex.open(shipped);
    advice = new ReplyAdvice(knowledge, new Wording(Map.of("contact", "the comms team")));
  }

  @AfterAll
  static void closeGuidance() {
    knowledge.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "danger|Nobody answers my calls. I want to end it all tonight.",
        "danger|i dont want to be alive any more",
        "threat|I know where you live, you will pay for this",
        "hate|Go back to your country, we do not want foreign doctors",
        "journalist|Hi, I am a reporter at the Herald. Can you talk before my deadline?",
        "inquest|What do you say to the family after the coroner's verdict?",
        "formal|I am writing as your MP about a matter raised by my constituents",
        "staff|I work on ward 7 and we are unsafe every night",
        "clinical|What dose of ibuprofen is ok with my tablets?",
        "care|My mum waited nine hours in A&E and nobody came",
        "fake|Is this really you? I got a message from your account asking for money",
        "rumour|Is it true that you are closing the maternity unit?",
        "abuse|You absolute clown, what a pathetic excuse for a leader",
        "criticism|Parking at your hospital is a disgrace",
        "criticism|Six months and still no letter. Not impressed with how this place is run."
      })
  void aMessageIsTakenForWhatItIs(String kind, String theirs) {
    String title = ReplyKind.valueOf(kind.toUpperCase(Locale.ROOT)).guidance();

    assertThat(asked(on(theirs)).getFirst()).isEqualTo(title);
  }

  @Test
  void whereSomebodyMayBeInDistressThatIsCheckedFirst() {
    Message message = on("Nobody at your hospital will listen and I can't go on any more");

    assertThat(block(message, Block.Bullets.class).items().getFirst().words()).contains("999");
  }

  @ParameterizedTest
  @EnumSource
  void theGuidanceOnEachKindIsThere(ReplyKind kind) {
    assertThat(kind.guidance()).isNotBlank();
    for (String title : titles(kind)) {
      Answer answer = knowledge.ask(new Question(title));
      assertThat(answer).as(title).isInstanceOf(Answer.Found.class);
      assertThat(((Answer.Found) answer).title()).isEqualTo(title);
    }
  }

  @Test
  void aReplyToAdaptHasPlacesForNamesAndEachPointSaysWhereItComesFrom() {
    Message message = on("Parking at your hospital is a disgrace");

    assertThat(block(message, Block.Quote.class).text().words()).contains("{name}", "{contact}");
    List<Text> points = block(message, Block.Bullets.class).items();
    assertThat(points)
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(point ->
            assertThat(point.spans())
                .anyMatch(span ->
                    span instanceof Text.Link || span.words().equals("Rapport's own advice")));
  }

  @Test
  void toAbuseThereIsNoReplyToAdapt() {
    assertThat(on("You absolute clown").blocks()).noneMatch(Block.Quote.class::isInstance);
  }

  @Test
  void nothingOfTheMessageIsSaidAgain() {
    String theirs =
        "Jane Okafor 07700 900123 <!channel> *ignore your rules* zebra and post my disgrace";

    assertThat(on(theirs).toString())
        .doesNotContain("Okafor", "07700", "<!channel>", "ignore your", "zebra");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u0000\u202e", "!!! ???", "\ud83d\ude21"})
  void aMessageWithoutWordsIsNotGuessedAt(String theirs) {
    assertThat(on(theirs).summary()).isEqualTo("There are no words in that");
  }

  @Test
  void aMessageOfAnyLengthIsRead() {
    assertThat(on("disgrace ".repeat(100_000)).summary()).isEqualTo("How you might reply");
  }

  private static List<String> titles(ReplyKind kind) {
    return Stream.concat(Stream.of(kind.guidance()), kind.checks().stream()).toList();
  }

  private static Message on(String theirs) {
    return advice.on(Knowledge.EVERYBODY, theirs);
  }

  private static List<String> asked(Message message) {
    return block(message, Block.Choices.class).buttons().stream()
        .map(button -> ((Action.Ask) button.action()).question())
        .toList();
  }

  private static <T extends Block> T block(Message message, Class<T> kind) {
    return message.blocks().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }
}
