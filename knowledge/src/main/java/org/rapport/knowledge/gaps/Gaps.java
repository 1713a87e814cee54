package org.rapport.knowledge.gaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rapport.knowledge.Passage;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.index.Folding;

/** Finds the gaps in the guidance from what was asked in vain. */
public final class Gaps {
  private static final int OTHER_WORDINGS = 3;

  private static final Comparator<Missed> BY_WORDS_THEN_DAY =
      Comparator.comparing(Missed::words).thenComparing(Missed::day);

  private static final Comparator<Gap> LARGEST_FIRST =
      Comparator.comparingInt(Gap::asked)
          .thenComparing(Gap::last)
          .reversed()
          .thenComparing(Gap::title);

  private Gaps() {}

  /**
   * The gaps, largest first. The same questions give the same gaps, in whatever order they come.
   *
   * @param nearest finds the section that comes nearest to a question
   */
  public static List<Gap> in(
      List<Missed> missed, Embedder embedder, Function<String, Optional<Passage>> nearest) {
    return LikeQuestions.group(wordings(missed, embedder)).stream()
        .map(group -> gap(group, nearest))
        .sorted(LARGEST_FIRST)
        .toList();
  }

  /** Case, punctuation and spacing make no other wording. */
  private static List<Wording> wordings(List<Missed> missed, Embedder embedder) {
    List<List<Missed>> byWords =
        List.copyOf(
            missed.stream()
                .sorted(BY_WORDS_THEN_DAY)
                .collect(
                    Collectors.groupingBy(
                        question -> Folding.fold(question.words()),
                        TreeMap::new,
                        Collectors.toList()))
                .values());
    List<String> words = byWords.stream().map(questions -> questions.getFirst().words()).toList();
    List<float[]> vectors = embedder.embed(words);
    List<Wording> wordings = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      wordings.add(new Wording(words.get(i), byWords.get(i), vectors.get(i)));
    }
    return wordings;
  }

  private static Gap gap(List<Wording> group, Function<String, Optional<Passage>> nearest) {
    List<Missed> questions = group.stream().flatMap(w -> w.questions().stream()).toList();
    List<LocalDate> days = questions.stream().map(Missed::day).sorted().toList();
    String title = group.getFirst().words();
    return new Gap(
        questions.size(),
        count(questions, Missed::unanswered),
        count(questions, Missed::ratedWrong),
        title,
        group.stream()
            .skip(1)
            .sorted(Comparator.comparingInt(Wording::times).reversed())
            .limit(OTHER_WORDINGS)
            .map(Wording::words)
            .toList(),
        nearest.apply(title),
        days.getFirst(),
        days.getLast());
  }

  private static int count(List<Missed> questions, Predicate<Missed> of) {
    return Math.toIntExact(questions.stream().filter(of).count());
  }
}
