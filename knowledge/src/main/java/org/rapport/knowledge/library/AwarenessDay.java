package org.rapport.knowledge.library;

import java.util.List;
import java.util.Optional;

/**
 * A day, week or month that leaders may mark, or must be careful of.
 *
 * @param id stable and unique among the days
 * @param file that it stands in, inside the content folder
 * @param name as its organiser writes it
 * @param timing when it is
 * @param since the year that it counts its age from
 * @param tone how to speak of it
 * @param angle what a leader might do with it
 * @param asked how people ask for it
 * @param positions the jobs it suits; {@code any} for all
 * @param hashtags with {@code {year}} where the year belongs
 * @param guidance ids of the sections that help, most useful first
 * @param facts ids of the facts that it rests on
 * @param organiser who runs it
 * @param organiserNote what to know about whoever runs it
 * @param nation where it is, if not in the whole kingdom
 */
public record AwarenessDay(
    String id,
    String file,
    String name,
    Timing timing,
    Optional<Integer> since,
    Tone tone,
    Subject subject,
    String angle,
    List<String> asked,
    List<String> positions,
    List<String> hashtags,
    List<String> guidance,
    List<String> facts,
    Optional<String> organiser,
    Optional<String> organiserNote,
    Optional<Nation> nation) {

  public AwarenessDay {
    asked = List.copyOf(asked);
    positions = List.copyOf(positions);
    hashtags = List.copyOf(hashtags);
    guidance = List.copyOf(guidance);
    facts = List.copyOf(facts);
  }

  /** Its tags as they are written in a year. */
  public List<String> hashtagsIn(int year) {
    return hashtags.stream().map(tag -> tag.replace("{year}", String.valueOf(year))).toList();
  }
}
