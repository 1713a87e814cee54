package org.rapport.bot.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.people.Position;

class PlanReaderTest {
  private static final String FULL =
      """
      {"name": "Board posts", "kind": "sequence",
       "nudges": [{"words": "Thank **one** team."}, {"post": "thank-a-team", "check": "Alt text"}],
       "when": {"start": "2027-01-12T09:00", "rule": "FREQ=MONTHLY;BYDAY=2TU",
                "until": "2027-06-30", "zone": "Europe/London", "tooLateAfterHours": 48},
       "audience": {"to": {"positions": ["chair"], "stages": [0, 1], "tags": ["board"],
                           "workspaces": ["slack:T0TRUST"], "lists": ["Board"]},
                    "not": {"tags": ["leaving"]}}}
      """;

  private static final LibraryIds LIBRARY =
      new LibraryIds(
          Set.of("thank-a-team", "thank-a-nurse", "nurses-day", "winter"), Set.of("nhs-comms"));

  @Test
  void anIdThatTheLibraryDoesNotHaveIsNamedWithThoseMostLikeIt() {
    String wrong =
        FULL.replace("\"post\": \"thank-a-team\"", "\"post\": \"thank-the-team\"")
            .replace("\"words\":", "\"network\": \"comms\", \"words\":");

    assertThatThrownBy(() -> PlanReader.read(wrong, () -> LIBRARY))
        .asInstanceOf(InstanceOfAssertFactories.type(InputRefused.class))
        .extracting(InputRefused::problems)
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .containsExactly(
            "nudges[0].network: the library has no comms; the nearest are nhs-comms",
            "nudges[1].post: the library has no thank-the-team; the nearest are thank-a-team,"
                + " thank-a-nurse, nurses-day");
  }

  @Test
  void aPlanThatWasTakenIsReadThoughTheLibraryHasChanged() {
    assertThat(PlanReader.kept(FULL).nudges().get(1).post()).contains("thank-a-team");
  }

  @Test
  void aPlanThatWasWrittenIsReadAgainTheSame() {
    Plan plan = PlanReader.read(FULL, () -> LIBRARY);

    assertThat(plan.audience().to().positions()).containsExactly(Position.CHAIR);
    assertThat(plan.nudges()).hasSize(2);
    assertThat(PlanReader.read(PlanJson.of(plan).toString(), () -> LIBRARY)).isEqualTo(plan);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kind\": \"sequence\" | \"kind\": \"daily\" | kind: expected one-off, sequence or weekly",
        "\"name\": | \"nmae\": | nmae: unknown; expected one of audience, kind, name, nudges, when",
        "2027-01-12T09:00 | Tuesday | when.start: expected a date and time such as",
        "FREQ=MONTHLY | FREQ=SECONDLY | when: Expected a rule of days",
        "48 | 0 | when.tooLateAfterHours: expected a number of hours from 1 to",
        "Europe/London | Mars/Base | when.zone: expected own, or a time zone",
        "\"chair\" | \"king\" | audience.to.positions: expected a position such as",
        "slack:T0TRUST | T0TRUST | audience.to.workspaces: expected slack:TEAM or teams:TENANT",
        "[0, 1] | [7] | audience.to.stages: expected a stage from 0 to 5",
        "\"not\" | \"but\" | audience.but: unknown; expected one of not, to",
        "\"kind\": \"sequence\" | \"kind\": \"one-off\" | nudges: expected one nudge for a one-off",
        "\"kind\": \"sequence\" | \"kind\": \"weekly\" | nudges: expected none for the weekly coach"
      })
  void whatCannotBeIsNamedWithWhatWasExpected(String from, String to, String problem) {
    assertThatThrownBy(() -> PlanReader.read(FULL.replace(from, to), () -> LIBRARY))
        .isInstanceOf(InputRefused.class)
        .asInstanceOf(InstanceOfAssertFactories.type(InputRefused.class))
        .extracting(InputRefused::problems)
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .anySatisfy(line -> assertThat(line).startsWith(problem));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "{\"name\": 1, \"name\": 2}", "{} {}", "\"plan\""})
  void whatIsNoPlanAtAllIsRefused(String json) {
    assertThatThrownBy(() -> PlanReader.read(json, () -> LIBRARY))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("expected");
  }

  @Test
  void depthAndLengthAreBounded() {
    for (String hostile : List.of("[".repeat(100_000), " ".repeat(PlanReader.LONGEST + 1))) {
      assertThatThrownBy(() -> PlanReader.read(hostile, () -> LIBRARY))
          .isInstanceOf(InputRefused.class);
    }
  }
}
