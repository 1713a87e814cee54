package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Answer.Caution;
import org.rapport.knowledge.Citation;

class AnswerMessagesTest {
  private static final Citation PUBLISHED =
      new Citation(
          "post-how-often",
          "How often should I post?",
          List.of("F-3.1"),
          "A guide",
          "NHS England",
          "2024",
          Optional.of(URI.create("https://example.org/guide")));
  private static final Citation OWN =
      new Citation(
          "post-how-often",
          "How often should I post?",
          List.of("F-3.2"),
          "Rapport's own advice",
          "Rapport",
          "",
          Optional.empty());

  private final AnswerMessages messages =
      new AnswerMessages(new Wording(Map.of("contact", "the comms team", "days", "90")));

  @Test
  void anAnswerGoesFromWhatToDoToWhereItIsFrom() {
    Message message =
        messages.message(
            found(List.of(Caution.CHECK_FIRST), List.of(PUBLISHED)), Optional.of("id-1"));

    assertThat(message.summary()).isEqualTo("How often should I post?");
    assertThat(message.blocks())
        .hasExactlyElementsOfTypes(
            Block.Heading.class,
            Block.Paragraph.class,
            Block.Steps.class,
            Block.Bullets.class,
            Block.Quote.class,
            Block.Note.class,
            Block.Sources.class,
            Block.Choices.class,
            Block.Choices.class,
            Block.Choices.class);
    assertThat(message.blocks())
        .contains(
            new Block.Sources(
                List.of(new Block.Source("A guide", "NHS England", "2024", PUBLISHED.url()))));
  }

  @Test
  void whatAnAnswerLacksHasNoPlaceInIt() {
    Answer bare =
        new Answer.Found(
            1,
            0.9,
            List.of(),
            "s",
            "Title",
            "Short.",
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    assertThat(messages.message(bare, Optional.empty()).blocks())
        .containsExactly(
            new Block.Heading("Title"),
            new Block.Paragraph(Text.plain("Short.")),
            new Block.Choices(
                "", List.of(new Block.Button("Ask an expert", new Action.Open("expert-ask", "")))));
  }

  @Test
  void twoAnswersAreShownInShortEachWithTheWholeOnePressAway() {
    Answer.Found first = found(List.of(), List.of(PUBLISHED));
    Answer.Found second = found(List.of(Caution.HISTORY), List.of(PUBLISHED));

    Message message = messages.message(first.and(second, List.of()), Optional.of("id-1"));

    assertThat(message.blocks())
        .extracting(Object::getClass)
        .containsExactly(
            Block.Heading.class,
            Block.Paragraph.class,
            Block.Heading.class,
            Block.Paragraph.class,
            Block.Note.class,
            Block.Sources.class,
            Block.Choices.class,
            Block.Choices.class,
            Block.Choices.class);
    assertThat(actions(message))
        .startsWith(
            new Action.Ask("How often should I post?"), new Action.Ask("How often should I post?"));
    assertThat(words(message)).doesNotContain("Pick a day.");
  }

  @Test
  void adviceWithoutASourceSaysWhoseItIs() {
    assertThat(notes(List.of(Caution.OWN_ADVICE), List.of(OWN)))
        .containsExactly("This is Rapport's own advice: there is no published source behind it.");
    assertThat(notes(List.of(Caution.OWN_ADVICE), List.of(PUBLISHED, OWN)))
        .containsExactly("Part of this is Rapport's own advice.");
  }

  @Test
  void cautionsAreSaidInTheirOrder() {
    assertThat(notes(List.of(Caution.CHECK_FIRST, Caution.HISTORY), List.of(PUBLISHED)))
        .satisfiesExactly(
            check -> assertThat(check).startsWith("Check before you rely on this."),
            history -> assertThat(history).contains("about 2013"));
  }

  @Test
  void onlyAnAnswerThatWasNotedCanBeRated() {
    Answer answer = found(List.of(), List.of(PUBLISHED));

    assertThat(actions(messages.message(answer, Optional.of("id-1"))))
        .containsExactly(
            new Action.Ask("What should I post?"),
            new Action.Open("expert-ask", "id-1"),
            new Action.Rate("id-1", true),
            new Action.Rate("id-1", false));
    assertThat(actions(messages.message(answer, Optional.empty())))
        .containsExactly(new Action.Ask("What should I post?"), new Action.Open("expert-ask", ""));
  }

  @Test
  void notKnowingNamesThePeopleToAskAndWhatComesClosest() {
    Answer unsure = new Answer.Unsure(1, 0.2, List.of(), List.of("Closest?"));
    Message message = messages.message(unsure, Optional.of("id-1"));

    assertThat(words(message)).contains("The right people to ask: the comms team.");
    assertThat(actions(message))
        .containsExactly(new Action.Ask("Closest?"), new Action.Open("expert-ask", "id-1"));
  }

  @Test
  void whatIsNotForTheCoachSaysWhereToGo() {
    Answer beyond =
        new Answer.OutOfScope(
            1, 0.9, List.of(), Answer.Reason.CLINICAL, "I cannot say.", List.of("Call 111"));
    Message message = messages.message(beyond, Optional.of("id-1"));

    assertThat(words(message)).contains("I cannot say.", "Call 111");
    assertThat(actions(message)).isEmpty();
  }

  @Test
  void anUrgentMatterHasHelpAndNothingElse() {
    Answer urgent = new Answer.Urgent(1, 0.9, "I am sorry.", List.of("Call 999", "Call 116 123"));

    assertThat(messages.message(urgent, Optional.of("id-1")).blocks())
        .containsExactly(
            new Block.Heading("Please talk to someone now"),
            new Block.Note(Block.Tone.URGENT, Text.plain("I am sorry.")),
            new Block.Bullets(
                "Who can help", List.of(Text.plain("Call 999"), Text.plain("Call 116 123"))));
  }

  private static Answer.Found found(List<Caution> cautions, List<Citation> citations) {
    return new Answer.Found(
        1,
        0.9,
        List.of(),
        "post-how-often",
        "How often should I post?",
        "Once a week is **plenty**.",
        List.of("Pick a day."),
        List.of("Do not schedule too much."),
        Optional.of("Proud of the night team."),
        cautions,
        citations,
        List.of("What should I post?"),
        Optional.empty(),
        Optional.empty());
  }

  private List<String> notes(List<Caution> cautions, List<Citation> citations) {
    return messages.message(found(cautions, citations), Optional.empty()).blocks().stream()
        .filter(Block.Note.class::isInstance)
        .map(note -> ((Block.Note) note).text().words())
        .toList();
  }

  private static List<Action> actions(Message message) {
    return message.blocks().stream()
        .filter(Block.Choices.class::isInstance)
        .flatMap(choices -> ((Block.Choices) choices).buttons().stream())
        .map(Block.Button::action)
        .toList();
  }

  private static String words(Message message) {
    StringBuilder words = new StringBuilder();
    for (Block block : message.blocks()) {
      if (block instanceof Block.Paragraph paragraph) {
        words.append(paragraph.text().words()).append('\n');
      } else if (block instanceof Block.Bullets bullets) {
        bullets.items().forEach(item -> words.append(item.words()).append('\n'));
      }
    }
    return words.toString();
  }
}
