package org.rapport.bot.campaign;

import java.time.Instant;
import java.util.Optional;

/**
 * A campaign as it stands.
 *
 * @param id short and random; never enough without the organisation
 * @param version one higher with each edit
 * @param template whether it is only there to be copied
 * @param archived whether lists leave it out
 * @param editedBy whose the plan is: a person's id or an account
 * @param approvedBy who agreed to the plan as it stands
 * @param begun whether any occurrence was planned
 * @param nextNumber the number of the next occurrence that is to be planned
 * @param next that occurrence; empty while none is
 */
public record Campaign(
    String id,
    String organisation,
    Plan plan,
    State state,
    int version,
    boolean template,
    boolean archived,
    String editedBy,
    Optional<String> approvedBy,
    Instant createdAt,
    Instant changedAt,
    boolean begun,
    int nextNumber,
    Optional<Occurrence> next) {

  /** What the occurrence of a number says; empty for the weekly coach. */
  public Optional<Nudge> nudge(int number) {
    int index = number - 1;
    return index >= 0 && index < plan.nudges().size()
        ? Optional.of(plan.nudges().get(index))
        : Optional.empty();
  }

  /**
   * The occurrence that comes next, or would if it began at this time; empty if no date is left.
   */
  public Optional<Occurrence> coming(Instant now) {
    return next.or(() -> new Timetable(plan).first(now));
  }

  Campaign in(State other) {
    return with(plan, other, version, archived, editedBy, approvedBy);
  }

  /** With another plan, to which nobody has agreed yet. */
  Campaign edited(Plan other, String by) {
    return with(other, state, version + 1, archived, by, Optional.empty());
  }

  /** With the same plan at another time. */
  Campaign at(When when) {
    return with(plan.at(when), state, version, archived, editedBy, approvedBy);
  }

  Campaign approved(String by) {
    return with(plan, state, version, archived, editedBy, Optional.of(by));
  }

  Campaign inArchive() {
    return with(plan, state, version, true, editedBy, approvedBy);
  }

  private Campaign with(
      Plan otherPlan,
      State otherState,
      int otherVersion,
      boolean isArchived,
      String by,
      Optional<String> approval) {
    return new Campaign(
        id,
        organisation,
        otherPlan,
        otherState,
        otherVersion,
        template,
        isArchived,
        by,
        approval,
        createdAt,
        changedAt,
        begun,
        nextNumber,
        next);
  }
}
