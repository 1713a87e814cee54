package org.rapport.bot.campaign;

import java.util.Set;
import org.rapport.bot.channel.Circle;
import org.rapport.bot.people.Group;

/**
 * Whom a campaign is for, among those who are enrolled.
 *
 * @param to who is in this group
 * @param not but for those who fit any of what this one asks for
 * @param in and who is in one of these channels or teams; empty asks for nothing
 * @param notIn but for those who are in any of these
 */
public record Audience(Group to, Group not, Set<Circle> in, Set<Circle> notIn) {
  /** Everybody who is enrolled. */
  public static final Audience EVERYONE = new Audience(Group.ANYBODY, Group.ANYBODY);

  public Audience {
    in = Set.copyOf(in);
    notIn = Set.copyOf(notIn);
  }

  /** Wherever they are. */
  public Audience(Group to, Group not) {
    this(to, not, Set.of(), Set.of());
  }
}
