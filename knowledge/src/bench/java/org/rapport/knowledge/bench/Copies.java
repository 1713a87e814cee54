package org.rapport.knowledge.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.embed.Vectors;
import org.rapport.knowledge.index.Edition;
import org.rapport.knowledge.index.Entry;

/**
 * More sections than there are: the real ones, and then copies of them, each with other words of
 * the same vocabulary here and there and with vectors beside the real ones. The same on every run.
 */
final class Copies implements KnownVectors {
  /** Share of the words of a copy that are others. */
  private static final double OTHER_WORDS = 0.3;

  /** Length of the noise beside a vector of length one: a copy's cosine to its original is .8. */
  private static final double NOISE = 0.75;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final List<Entry> real;
  private final KnownVectors vectors;
  private final String[] runningWords;
  private final Map<String, Integer> placeByKey = new HashMap<>();

  /**
   * @param vectors of the real sections
   */
  Copies(List<Entry> real, KnownVectors vectors) {
    this.real = real;
    this.vectors = vectors;
    this.runningWords =
        real.stream()
            .flatMap(entry ->
                Stream.concat(Stream.of(entry.title(), entry.body()), entry.questions().stream()))
            .flatMap(SPACES::splitAsStream)
            .toArray(String[]::new);
  }

  /** An edition of so many sections. */
  Edition edition(int sections, String rules) {
    List<Entry> entries = new ArrayList<>(sections);
    for (int place = 0; place < sections; place++) {
      Entry entry = place < real.size() ? real.get(place) : copy(place);
      placeByKey.put(entry.vectorsKey(), place);
      entries.add(entry);
    }
    return new Edition(entries, rules);
  }

  private Entry copy(int place) {
    Entry original = original(place);
    Random random = new Random(place);
    return new Entry(
        original.id() + "-" + place,
        original.document(),
        reworded(original.title(), random),
        original.questions().stream().map(question -> reworded(question, random)).toList(),
        reworded(original.body(), random),
        original.facts(),
        original.stored());
  }

  private Entry original(int place) {
    return real.get(place % real.size());
  }

  /** A word of the running text stands for another as often as it is used. */
  private String reworded(String text, Random random) {
    String[] words = SPACES.split(text);
    for (int i = 0; i < words.length; i++) {
      if (random.nextDouble() < OTHER_WORDS) {
        words[i] = runningWords[random.nextInt(runningWords.length)];
      }
    }
    return String.join(" ", words);
  }

  @Override
  public Map<String, List<float[]>> find(Collection<String> keys) {
    Map<String, List<float[]>> found = new HashMap<>();
    for (String key : keys) {
      Integer place = placeByKey.get(key);
      if (place == null) {
        found.putAll(vectors.find(List.of(key)));
      } else {
        found.put(key, vectors(place));
      }
    }
    return found;
  }

  private List<float[]> vectors(int place) {
    String key = original(place).vectorsKey();
    List<float[]> ofOriginal = Objects.requireNonNull(vectors.find(List.of(key)).get(key));
    Random random = new Random(-place);
    return place < real.size()
        ? ofOriginal
        : ofOriginal.stream().map(vector -> beside(vector, random)).toList();
  }

  private static float[] beside(float[] vector, Random random) {
    float[] beside = vector.clone();
    double eachWay = NOISE / Math.sqrt(vector.length);
    for (int i = 0; i < beside.length; i++) {
      beside[i] += (float) (random.nextGaussian() * eachWay);
    }
    return Vectors.unit(beside);
  }

  @Override
  public void keep(Map<String, List<float[]>> fresh) {
    throw new IllegalStateException("Nothing but the real sections is to be embedded");
  }
}
