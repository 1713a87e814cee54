package org.rapport.knowledge.gaps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Groups questions that ask alike, by average link (Sokal and Michener 1958): two groups become one
 * as long as the questions of one are on average {@link #ALIKE} to those of the other. Joining any
 * two that are each other's nearest gives the same groups as joining the nearest of all first
 * (Murtagh 1983), without a table of all pairs.
 */
final class LikeQuestions {
  /**
   * The mean cosine from which groups are alike. Read off the groups that the golden questions near
   * our field fall into: at 0.74 a broadcast by WhatsApp joins a town hall on Teams, at 0.80 flying
   * a drone for a video is apart from flying one for YouTube.
   */
  private static final double ALIKE = 0.78;

  private final List<Group> open = new ArrayList<>();
  private final List<Group> settled = new ArrayList<>();

  private static final class Group {
    /**
     * The mean of the vectors, each as often as it was asked. The product of two middles is the
     * mean cosine of the questions of one to those of the other.
     */
    private final float[] middle;

    private final int asked;
    private final List<Wording> wordings;

    Group(float[] middle, int asked, List<Wording> wordings) {
      this.middle = middle;
      this.asked = asked;
      this.wordings = wordings;
    }

    static Group of(Wording wording) {
      return new Group(wording.vector(), wording.times(), List.of(wording));
    }

    double likeness(Group other) {
      return VectorUtil.dotProduct(middle, other.middle);
    }

    Group with(Group other) {
      int both = asked + other.asked;
      float[] mean = new float[middle.length];
      for (int i = 0; i < mean.length; i++) {
        mean[i] = (middle[i] * asked + other.middle[i] * other.asked) / both;
      }
      return new Group(
          mean, both, Stream.concat(wordings.stream(), other.wordings.stream()).toList());
    }

    List<Wording> fromTheMiddle() {
      return wordings.stream()
          .sorted(
              Comparator.comparingDouble(
                  wording -> -VectorUtil.dotProduct(middle, wording.vector())))
          .toList();
    }
  }

  private LikeQuestions(List<Wording> wordings) {
    wordings.forEach(wording -> open.add(Group.of(wording)));
  }

  /**
   * The groups, each with the wording nearest to its middle first. Time grows with the square of
   * the number of wordings.
   */
  static List<List<Wording>> group(List<Wording> wordings) {
    LikeQuestions questions = new LikeQuestions(wordings);
    questions.settleAll();
    return questions.settled.stream().map(Group::fromTheMiddle).toList();
  }

  private void settleAll() {
    while (!open.isEmpty()) {
      settle(open.getFirst());
    }
  }

  /** Goes from a group to the one nearest to it, and on, until one has nothing more to join. */
  private void settle(Group start) {
    Group at = start;
    Group before = null;
    Group next = nearest(at, before);
    while (next != null) {
      if (next == before) {
        at = join(at, next);
        before = null;
      } else {
        before = at;
        at = next;
      }
      next = nearest(at, before);
    }
    open.remove(at);
    settled.add(at);
  }

  /** The group most like another; of equals the preferred one, so that no walk goes in circles. */
  private @Nullable Group nearest(Group to, @Nullable Group preferred) {
    Group nearest = preferred;
    double likeness = preferred == null ? Math.nextDown(ALIKE) : to.likeness(preferred);
    for (Group other : open) {
      double its = other == to ? -1 : to.likeness(other);
      if (its > likeness) {
        nearest = other;
        likeness = its;
      }
    }
    return nearest;
  }

  private Group join(Group one, Group other) {
    Group joined = one.with(other);
    open.remove(one);
    open.remove(other);
    open.add(joined);
    return joined;
  }
}
