package org.rapport.bot.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form may be, and what becomes of what is typed in it. */
class FormTest {
  private static final Field NAME =
      new Field.Words(new Field.Ask("name", "Name", "", true), false, 80, "");

  @Test
  void aFormShowsAgainWhatWasTyped() {
    assertThat(SampleForms.filled().fields())
        .extracting(FormTest::first)
        .containsExactly(
            Optional.of("other"),
            List.of("x", "linkedin"),
            "A & B",
            "One\nTwo",
            Optional.of(LocalDate.of(2026, 11, 22)),
            Optional.of(LocalTime.of(8, 30)));
  }

  @Test
  void whatAFormDoesNotHaveIsNotShownAgain() {
    Form filled =
        SampleForms.everyKind()
            .filled(
                new Entered(
                    Map.of(
                        "why", List.of("forged"),
                        "networks", List.of("x", "forged", "x"),
                        "name", List.of("n".repeat(200)),
                        "day", List.of("31/12/2026"),
                        "time", List.of("25:00"),
                        "other", List.of("field"))));
    assertThat(filled.fields())
        .extracting(FormTest::first)
        .containsExactly(
            Optional.empty(), List.of("x"), "n".repeat(80), "", Optional.empty(), Optional.empty());
  }

  @Test
  void aFieldThatWasLeftEmptyIsNotThere() {
    Entered entered =
        new Entered(Map.of("a", List.of(), "b", List.of(" \n"), "c", List.of("", " yes ")));
    assertThat(entered.fields()).containsExactly("c");
    assertThat(entered.one("c")).hasValue("yes");
  }

  @ParameterizedTest
  @CsvSource({
    "What was wrong with this answer?, Send, a form's title",
    "'', Send, a title",
    "Title, Send it to everybody at once, a button",
    "Title, '', a button"
  })
  void wordsThatSlackHasNoRoomForAreRefused(String title, String submit, String what) {
    assertThatIllegalArgumentException()
        .as(what)
        .isThrownBy(() -> form("sample", title, submit, List.of(NAME), "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "../a", "<a>", "a\n"})
  void aReferenceIsShortAndPlain(String about) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> form("sample", "Title", "Send", List.of(NAME), about));
    assertThatIllegalArgumentException().isThrownBy(() -> new Action.Open("sample", about));
  }

  @Test
  void aFormAsksForSomethingOnceAndWithinWhatTeamsTakes() {
    List<Field> long3000 =
        IntStream.range(0, 5)
            .<Field>mapToObj(n ->
                new Field.Words(new Field.Ask("f" + "x".repeat(n), "F", "", true), true, 3000, ""))
            .toList();
    for (List<Field> fields : List.of(List.<Field>of(), List.of(NAME, NAME), long3000)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> form("sample", "Title", "Send", fields, "a"));
    }
  }

  @Test
  void optionsDiffer() {
    Field.Option one = new Field.Option("one", "One");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Field.SomeOf(NAME.ask(), List.of(one, one), List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Field.Option("a,b", "Two in one"));
  }

  @ParameterizedTest
  @CsvSource({"open, sample/answer-1", "open, sample/", "read-all, Title", "rate-no, answer-1"})
  void anActionComesBackAsItWas(String kind, String value) {
    Action action = ActionCodec.read(kind, value).orElseThrow();
    assertThat(ActionCodec.kind(action)).isEqualTo(kind);
    assertThat(ActionCodec.value(action)).isEqualTo(value);
  }

  private static Form form(
      String id, String title, String submit, List<Field> fields, String about) {
    return new Form(id, title, List.of(), fields, submit, "Missing", about);
  }

  private static Object first(Field field) {
    return switch (field) {
      case Field.OneOf one -> one.first();
      case Field.SomeOf some -> some.first();
      case Field.Words words -> words.first();
      case Field.Day day -> day.first();
      case Field.Time time -> time.first();
    };
  }
}
