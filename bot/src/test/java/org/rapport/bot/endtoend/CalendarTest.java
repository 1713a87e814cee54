package org.rapport.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A calendar by its secret address, from the chat to the calendar's program and back. */
class CalendarTest extends OnEachDatabase {
  private static final Pattern ADDRESS = Pattern.compile("/calendar/[0-9a-f]{64}\\.ics");

  @Test
  void aLeaderGetsACalendarAndEndsIt() {
    SlackPerson chief = rapport.chief();
    String path = path(chief.command("calendar"));

    HttpResponse<String> calendar = rapport.get(path);
    assertThat(calendar.statusCode()).isEqualTo(200);
    assertThat(calendar.headers().firstValue("Content-Type"))
        .contains("text/calendar; charset=utf-8");
    assertThat(calendar.body())
        .startsWith("BEGIN:VCALENDAR")
        .contains("SUMMARY:International Day of the Midwife", "SUMMARY:Check the date: ");

    assertThat(chief.command("calendar off").words()).contains("shows nothing from now on");
    assertThat(rapport.get(path).statusCode()).isEqualTo(404);
    assertThat(chief.command("calendar off").words()).contains("You have no calendar");
  }

  @Test
  void whoHasOneIsAskedBeforeItsAddressChanges() {
    SlackPerson chief = rapport.chief();
    String first = path(chief.command("calendar"));
    Shown asked = chief.command("calendar");
    assertThat(asked.words()).contains("I keep no copy of it").doesNotContain("/calendar/");
    assertThat(rapport.get(first).statusCode()).isEqualTo(200);

    chief.pressPrivately(asked.button("Give me a new address"));
    String second = path(chief.reads());
    assertThat(rapport.get(first).statusCode()).isEqualTo(404);
    assertThat(rapport.get(second).statusCode()).isEqualTo(200);
  }

  @Test
  void inAChannelNobodyIsGivenAnAddress() {
    SlackPerson chief = rapport.chief();
    chief.mention("calendar");
    assertThat(chief.reads().words()).contains("in a direct message").doesNotContain("/calendar/");
  }

  @Test
  void aTokenThatIsNobodysIsNotFound() {
    for (String path :
        new String[] {
          "/calendar/", "/calendar/x.ics", "/calendar/" + "0".repeat(64) + ".ics", "/calendar/x"
        }) {
      assertThat(rapport.get(path).statusCode()).isEqualTo(404);
    }
    assertThat(rapport.post("/calendar/x.ics", "text/plain", "", Map.of()).statusCode())
        .isEqualTo(405);
  }

  private String path(Shown message) {
    Matcher address = ADDRESS.matcher(message.words());
    assertThat(address.find()).as(message.words()).isTrue();
    rapport.log.mustNotHold(address.group());
    return address.group();
  }
}
