package org.rapport.bot.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rapport.bot.campaign.schedule.Diary;
import org.rapport.bot.campaign.schedule.SendRules;
import org.rapport.bot.campaign.schedule.SendTime;
import org.rapport.bot.campaign.schedule.SendTimes;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.Enrolled;
import org.rapport.bot.people.Preferences;

/**
 * Decides who gets the nudge of one occurrence, where and when.
 *
 * @param occurrence of the plan
 * @param ended addresses that nothing can be sent to any more, and why
 */
record Placing(
    SendTimes times,
    Installed installed,
    Plan plan,
    Rules rules,
    Occurrence occurrence,
    Map<Address, String> ended,
    Instant now) {

  /** What the campaign keeps to besides what each person wants. */
  static SendRules sendRules(Plan plan, Rules rules) {
    return new SendRules(plan.when().tooLate(), false, rules.quiet());
  }

  static Diary diary(Enrolled who) {
    return Diary.of(who.preferences(), who.nation(), who.leave());
  }

  /** Whether a person gets it. */
  Placement of(Enrolled who) {
    List<Address> all = ordered(who.person().addresses());
    Address first = all.getFirst();
    if (who.forgotten()) {
      return missed(first, Reason.SUPPRESSED);
    }
    if (who.preferences().stopped()) {
      return missed(first, Reason.OPTED_OUT);
    }
    Optional<Address> open = all.stream().filter(this::isOpen).findFirst();
    return open.isPresent() ? at(open.get(), who) : new Placement.Misses(first, whyNone(all));
  }

  private Placement at(Address address, Enrolled who) {
    SendTime time = times.of(occurrence.occasion(), sendRules(plan, rules), diary(who));
    return switch (time) {
      case SendTime.Skipped skipped -> new Placement.Misses(address, skipped.because().code());
      case SendTime.Due due when !due.tooLate().isAfter(now) -> missed(address, Reason.TOO_LATE);
      case SendTime.Due due when isPaused(who.preferences(), due.due()) ->
          missed(address, Reason.PAUSED);
      case SendTime.Due due -> new Placement.Gets(address, due.due(), due.tooLate());
    };
  }

  static boolean isPaused(Preferences wants, Instant at) {
    return wants.pausedAfter(LocalDate.ofInstant(at, wants.zone())).isPresent();
  }

  private static Placement missed(Address address, Reason reason) {
    return new Placement.Misses(address, reason.code());
  }

  /** Those in the workspaces and channels that the campaign is for come first. */
  private List<Address> ordered(List<Address> addresses) {
    Set<String> wanted = new HashSet<>(plan.audience().to().workspaces());
    plan.audience().in().forEach(each -> wanted.add(each.channel().id() + ":" + each.workspace()));
    return addresses.stream()
        .sorted((one, other) ->
            Boolean.compare(wanted.contains(place(other)), wanted.contains(place(one))))
        .toList();
  }

  private boolean isOpen(Address address) {
    return isChat(address)
        && !ended.containsKey(address)
        && installed.in(address.channel(), address.workspace());
  }

  private String whyNone(List<Address> addresses) {
    return addresses.stream()
        .flatMap(address -> Optional.ofNullable(ended.get(address)).stream())
        .findFirst()
        .orElseGet(() ->
            addresses.stream().anyMatch(Placing::isChat)
                ? Reason.BOT_NOT_INSTALLED.code()
                : Reason.NO_ADDRESS.code());
  }

  private static boolean isChat(Address address) {
    return switch (address.channel()) {
      case SLACK, TEAMS -> true;
      case WEB, TERMINAL -> false;
    };
  }

  private static String place(Address address) {
    return address.channel().id() + ":" + address.workspace();
  }
}
