package org.rapport.bot.campaign.schedule;

import java.time.LocalDate;

/** Easter Sunday in the Gregorian calendar, by the anonymous algorithm (Nature, 20 April 1876). */
final class Easter {
  private Easter() {}

  /** The day in a year from 1583 on. */
  static LocalDate in(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int leaps = b / 4;
    int g = (b - (b + 8) / 25 + 1) / 3;
    int h = (19 * a + b - leaps - g + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int days = h + l - 7 * m + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1);
  }
}
