package org.rapport.bot.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.bot.delivery.Contacts;
import org.rapport.bot.delivery.Ledger;
import org.rapport.bot.people.Enrolled;
import org.rapport.bot.people.Enrolments;

/**
 * Some people of a campaign's audience.
 *
 * @param people may be nobody, although others come after
 * @param lastId of those who were looked at; empty if there was nobody left
 * @param ended addresses of theirs that nothing can be sent to any more, and why
 */
record AudiencePage(List<Enrolled> people, String lastId, Map<Address, String> ended) {

  /**
   * The next ones.
   *
   * @param membership who is in the channels that the audience names
   * @param after the last id of the page before; empty for the first
   */
  static AudiencePage after(
      Handle handle,
      Enrolments enrolments,
      Campaign campaign,
      Membership membership,
      String after) {
    Audience audience = campaign.plan().audience();
    List<Enrolled> found =
        enrolments.page(
            handle, campaign.organisation(), audience.to(), audience.not(), after, Ledger.CHUNK);
    List<Enrolled> people =
        found.stream().filter(each -> membership.includes(each.person())).toList();
    String lastId = found.isEmpty() ? "" : found.getLast().person().id();
    List<Address> addresses =
        people.stream().flatMap(each -> each.person().addresses().stream()).toList();
    return new AudiencePage(
        people, lastId, Contacts.ended(handle, campaign.organisation(), addresses));
  }

  /** Whoever was enrolled later missed nothing. */
  AudiencePage enrolledBefore(Instant over) {
    return new AudiencePage(
        people.stream().filter(each -> each.since().isBefore(over)).toList(), lastId, ended);
  }

  boolean isEmpty() {
    return lastId.isEmpty();
  }
}
