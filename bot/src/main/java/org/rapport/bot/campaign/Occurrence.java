package org.rapport.bot.campaign;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapport.bot.campaign.schedule.Occasion;

/**
 * One planned date of a campaign.
 *
 * @param number from 1: which nudge of a sequence it is
 */
public record Occurrence(int number, Occasion occasion) {
  private static final Pattern ID = Pattern.compile("([1-9][0-9]{0,5})\\.[0-9TW:-]{1,30}");

  /** The name in the ledger, such as {@code 2.2027-03-01T09:00}. */
  public String id() {
    return number + "." + occasion.id();
  }

  /** The number in a name that {@link #id} wrote. */
  public static OptionalInt number(String id) {
    Matcher found = ID.matcher(id);
    return found.matches() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
  }
}
