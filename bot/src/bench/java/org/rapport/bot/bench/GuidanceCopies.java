package org.rapport.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.Section;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.embed.Vectors;
import org.rapport.knowledge.index.Edition;
import org.rapport.knowledge.index.Entry;

/**
 * Documents of one section each, copied from the real guidance: ids of their own, other words of
 * the same vocabulary here and there, and vectors beside the real ones, so that none is embedded.
 * The same on every run.
 */
final class GuidanceCopies implements KnownVectors {
  /** Share of the words of a copy that are others. */
  private static final double OTHER_WORDS = 0.3;

  /** Length of the noise beside a vector of length one: a copy's cosine to its original is .8. */
  private static final double NOISE = 0.75;

  /** Ways of asking that a document has; those of the shipped guidance have twenty. */
  private static final int QUESTIONS = 4;

  private static final Pattern COPY = Pattern.compile("(.+)-copy-(\\d+)");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern WORD = Pattern.compile("[a-z]{3,}");

  private final List<Section> real;
  private final String[] words;
  private final KnownVectors vectors;
  private final Map<String, String> idByKey = new HashMap<>();
  private final Map<String, String> keyOfReal = new HashMap<>();

  /**
   * @param vectors of the real sections
   */
  GuidanceCopies(Content content, KnownVectors vectors) {
    this.real = content.sections().stream().filter(section -> section.ways().isEmpty()).toList();
    this.words =
        real.stream()
            .flatMap(section -> SPACES.splitAsStream(section.body()))
            .filter(WORD.asMatchPredicate())
            .toArray(String[]::new);
    this.vectors = vectors;
  }

  /** Writes so many documents into a folder. */
  void write(Path folder, int documents) throws IOException {
    Files.createDirectories(folder);
    for (int number = 0; number < documents; number++) {
      Files.writeString(folder.resolve(number + ".md"), document(number));
    }
  }

  /** Learns which vectors are those of which copy. */
  void know(Edition edition) {
    for (Entry entry : edition.entries()) {
      idByKey.put(entry.vectorsKey(), entry.id());
      keyOfReal.put(entry.id(), entry.vectorsKey());
    }
  }

  private String document(int number) {
    Section section = real.get(number % real.size());
    Random random = new Random(number);
    String questions =
        section.questions().stream()
            .limit(QUESTIONS)
            .map(question -> "  - \"" + reworded(question, random).replace('"', '\'') + "\"\n")
            .collect(Collectors.joining());
    return """
    ---
    title: A copy
    owner: Rapport guidance team
    review-by: 2027-05-31
    ---

    ## %s
    ```yaml
    id: %s-copy-%d
    questions:
    %sfacts: [%s]
    positions: [%s]
    stages: [%s]
    ```

    %s

    ### How
    %s
    ### Watch out
    %s\
    """
        .formatted(
            reworded(section.title(), random),
            section.id(),
            number,
            questions,
            String.join(", ", section.facts()),
            String.join(", ", section.positions()),
            section.stages().stream().map(String::valueOf).collect(Collectors.joining(", ")),
            reworded(section.shortAnswer(), random),
            points("1. ", section.steps(), random),
            points("- ", section.watchOuts(), random));
  }

  private String points(String mark, List<String> points, Random random) {
    return points.stream()
        .map(point -> mark + reworded(point, random) + "\n")
        .collect(Collectors.joining());
  }

  /** A word of the running text stands for another as often as it is used. */
  private String reworded(String text, Random random) {
    return Stream.of(SPACES.split(text))
        .map(word -> random.nextDouble() < OTHER_WORDS ? words[random.nextInt(words.length)] : word)
        .collect(Collectors.joining(" "));
  }

  @Override
  public Map<String, List<float[]>> find(Collection<String> keys) {
    Map<String, List<float[]>> found = new HashMap<>(vectors.find(keys));
    for (String key : keys) {
      var copy = COPY.matcher(idByKey.getOrDefault(key, ""));
      if (copy.matches()) {
        String original = Objects.requireNonNull(keyOfReal.get(copy.group(1)));
        found.put(key, beside(original, new Random(Long.parseLong(copy.group(2)))));
      }
    }
    return found;
  }

  private List<float[]> beside(String original, Random random) {
    return Objects.requireNonNull(vectors.find(List.of(original)).get(original)).stream()
        .limit(1 + QUESTIONS)
        .map(vector -> beside(vector, random))
        .toList();
  }

  private static float[] beside(float[] vector, Random random) {
    float[] beside = vector.clone();
    double eachWay = NOISE / Math.sqrt(vector.length);
    for (int i = 0; i < beside.length; i++) {
      beside[i] += (float) (random.nextGaussian() * eachWay);
    }
    return Vectors.unit(beside);
  }
}
