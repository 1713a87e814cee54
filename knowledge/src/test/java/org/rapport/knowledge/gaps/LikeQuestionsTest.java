package org.rapport.knowledge.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.knowledge.embed.Vectors;

/** Grouping on vectors whose angles are known; two are alike up to about 38 degrees. */
class LikeQuestionsTest {
  private static final double ALIKE = 0.78;

  @Test
  void aRowOfNeighboursIsNotOneGroup() {
    assertThat(groups(at(0, 1), at(30, 1), at(65, 1), at(90, 1)))
        .containsExactlyInAnyOrder(Set.of("0", "30"), Set.of("65", "90"));
  }

  @Test
  void oneThatIsLikeHalfOfAGroupOnlyStaysApart() {
    assertThat(groups(at(0, 1), at(20, 1), at(55, 1)))
        .containsExactlyInAnyOrder(Set.of("0", "20"), Set.of("55"));
  }

  @Test
  void whatIsAskedOftenWeighsMore() {
    assertThat(groups(at(0, 1), at(20, 9), at(55, 1))).containsExactly(Set.of("0", "20", "55"));
  }

  @Test
  void theWordingNearestToTheMiddleComesFirst() {
    List<List<Wording>> groups =
        LikeQuestions.group(List.of(at(0, 1), at(25, 1), at(12, 1), at(20, 1)));

    assertThat(groups).hasSize(1);
    assertThat(groups.getFirst()).extracting(Wording::words).containsExactly("12", "20", "25", "0");
  }

  @Test
  void noWordingsMakeNoGroups() {
    assertThat(groups()).isEmpty();
  }

  @Test
  void allEquallyNearEndInOneGroup() {
    Wording[] same = new Wording[200];
    Arrays.setAll(same, i -> new Wording("same " + i, asked(1), new float[] {1, 0}));

    assertThat(groups(same)).singleElement().satisfies(group -> assertThat(group).hasSize(200));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theGroupsAreThoseOfJoiningTheNearestOfAllFirst(long seed) {
    List<Wording> wordings = random(new Random(seed));

    assertThat(groups(wordings)).containsExactlyInAnyOrderElementsOf(slowly(wordings));
  }

  @Test
  void theOrderOfTheWordingsMakesNoDifference() {
    List<Wording> wordings = random(new Random(9));
    List<Wording> shuffled = new ArrayList<>(wordings);
    Collections.shuffle(shuffled, new Random(10));

    assertThat(groups(shuffled)).containsExactlyInAnyOrderElementsOf(groups(wordings));
  }

  /** In a few directions, so that groups of every size come about. */
  private static List<Wording> random(Random random) {
    return IntStream.range(0, 80)
        .mapToObj(i -> {
          float[] vector = new float[6];
          for (int d = 0; d < vector.length; d++) {
            vector[d] = (float) (random.nextGaussian() * 0.3 + (i % 5 == d ? 1 : 0));
          }
          return new Wording("w" + i, asked(1 + random.nextInt(3)), Vectors.unit(vector));
        })
        .toList();
  }

  /** By the definition: of all pairs of groups the nearest is joined, as long as it is alike. */
  private static List<Set<String>> slowly(List<Wording> wordings) {
    List<List<Wording>> groups = new ArrayList<>(wordings.stream().map(List::of).toList());
    while (true) {
      double best = -1;
      int a = 0;
      int b = 0;
      for (int i = 0; i < groups.size(); i++) {
        for (int j = 0; j < i; j++) {
          double likeness = meanCosine(groups.get(i), groups.get(j));
          if (likeness > best) {
            best = likeness;
            a = i;
            b = j;
          }
        }
      }
      if (best < ALIKE) {
        return names(groups);
      }
      List<Wording> joined = new ArrayList<>(groups.get(a));
      joined.addAll(groups.remove(b));
      groups.set(a - 1, joined);
    }
  }

  private static double meanCosine(List<Wording> one, List<Wording> other) {
    double sum = 0;
    int pairs = 0;
    for (Wording a : one) {
      for (Wording b : other) {
        sum += (double) Vectors.cosine(a.vector(), b.vector()) * a.times() * b.times();
        pairs += a.times() * b.times();
      }
    }
    return sum / pairs;
  }

  private static List<Set<String>> groups(Wording... wordings) {
    return groups(List.of(wordings));
  }

  private static List<Set<String>> groups(List<Wording> wordings) {
    return names(LikeQuestions.group(wordings));
  }

  private static List<Set<String>> names(Collection<List<Wording>> groups) {
    return groups.stream()
        .map(group -> group.stream().map(Wording::words).collect(Collectors.toSet()))
        .toList();
  }

  private static Wording at(int degrees, int times) {
    double angle = Math.toRadians(degrees);
    return new Wording(
        String.valueOf(degrees),
        asked(times),
        new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
  }

  private static List<Missed> asked(int times) {
    return Collections.nCopies(
        times, new Missed("words", true, false, LocalDate.parse("2026-11-02")));
  }
}
