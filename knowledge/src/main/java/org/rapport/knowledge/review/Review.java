package org.rapport.knowledge.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a review of guidance found.
 *
 * @param remarks in the order of their kinds, then of the sections
 * @param readings how hard each section is to read, in the order of the sections
 */
public record Review(List<Remark> remarks, List<Reading> readings) {
  public Review {
    remarks = List.copyOf(remarks);
    readings = List.copyOf(readings);
  }

  /**
   * How hard a section is to read.
   *
   * @param topic the folder of its document
   * @param section its id
   */
  public record Reading(String topic, String section, Readability counts) {
    /** Its Flesch-Kincaid grade, in school years of the United States. */
    public double grade() {
      return counts.grade();
    }
  }

  /**
   * How hard the sections of a topic are to read.
   *
   * @param median the middle of their grades, in school years of the United States
   * @param hardest the section with the highest grade
   * @param aboveAim how many are above {@link GuidanceReview#AIM}
   */
  public record Topic(String name, int sections, double median, Reading hardest, long aboveAim) {}

  /** Whether there is a remark of a kind that must not be shipped. */
  public boolean failed() {
    return remarks.stream().anyMatch(remark -> remark.kind().failing());
  }

  /** One line a topic, by name. */
  public List<Topic> topics() {
    Map<String, List<Reading>> byTopic =
        readings.stream()
            .collect(Collectors.groupingBy(Reading::topic, TreeMap::new, Collectors.toList()));
    List<Topic> topics = new ArrayList<>();
    byTopic.forEach((name, readings) -> topics.add(topic(name, readings)));
    return topics;
  }

  /** All sections as one topic with this name; empty if there is none. */
  public Optional<Topic> total(String name) {
    return readings.isEmpty() ? Optional.empty() : Optional.of(topic(name, readings));
  }

  private static Topic topic(String name, List<Reading> readings) {
    List<Reading> sorted =
        readings.stream()
            .sorted((one, other) -> Double.compare(one.grade(), other.grade()))
            .toList();
    double median =
        (sorted.get((sorted.size() - 1) / 2).grade() + sorted.get(sorted.size() / 2).grade()) / 2;
    long aboveAim = sorted.stream().filter(reading -> reading.grade() > GuidanceReview.AIM).count();
    return new Topic(name, sorted.size(), median, sorted.getLast(), aboveAim);
  }
}
