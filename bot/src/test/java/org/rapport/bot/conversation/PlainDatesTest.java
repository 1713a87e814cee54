package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PlainDatesTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Test
  void momentsAndDaysAreWrittenAsReadersWriteThem() {
    assertThat(PlainDates.in("2027-07-02T10:03:26.159Z nudge of 2027-02-02: sent", LONDON))
        .isEqualTo("2 July 2027, 11:03 nudge of 2 February 2027: sent");
  }

  @Test
  void whatOnlyLooksLikeOneStays() {
    String line = "2027-13-02, 1.2027-W05, a-2027-01-02, 2027-01-02-b, 2027-01-02T99:99Z";
    assertThat(PlainDates.in(line, LONDON)).isEqualTo(line);
  }
}
