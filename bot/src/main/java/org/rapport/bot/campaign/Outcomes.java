package org.rapport.bot.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a campaign.
 *
 * @param total over all nudges
 * @param nudges of each occurrence, in order of their numbers
 * @param days how many were sent on each day, earliest first
 */
public record Outcomes(Group total, List<Nudged> nudges, List<Day> days) {
  /** Of fewer people, nothing is said of what they did: it could be told whose it is. */
  public static final int FEWEST = 5;

  public Outcomes {
    nudges = List.copyOf(nudges);
    days = List.copyOf(days);
  }

  /** One occurrence. */
  public record Nudged(int number, String occurrence, Group group) {}

  /** One day, in the time zone of London. */
  public record Day(LocalDate day, int sent) {}

  /**
   * Some deliveries.
   *
   * @param planned still to be sent
   * @param skipped how many, by a short code of why
   * @param failed how many, by a short code of why
   * @param unconfirmed may have gone out or not
   * @param done what people did; empty where fewer than {@value Outcomes#FEWEST} got one
   */
  public record Group(
      int planned,
      int sent,
      Map<String, Integer> skipped,
      Map<String, Integer> failed,
      int unconfirmed,
      Optional<Done> done) {
    public Group {
      skipped = Map.copyOf(skipped);
      failed = Map.copyOf(failed);
    }
  }

  /**
   * What people did with their nudges.
   *
   * @param acted went for what it offers
   */
  public record Done(
      Share acted, Share done, Share notForMe, Share alreadyJoined, Share snoozed, Share stopped) {}

  /**
   * So many of those who got one.
   *
   * @param interval within which the share is, 95 times in a hundred
   */
  public record Share(int people, Wilson interval) {}
}
