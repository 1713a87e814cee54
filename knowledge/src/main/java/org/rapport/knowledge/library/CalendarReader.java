package org.rapport.knowledge.library;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapport.knowledge.reading.Problems;
import org.rapport.knowledge.reading.Yaml;

/** Reads the days of the calendar. */
final class CalendarReader {
  private static final Set<String> OWN_KEYS =
      Set.of(
          "id",
          "name",
          "since",
          "tone",
          "subject",
          "angle",
          "asked",
          "positions",
          "hashtags",
          "guidance",
          "facts",
          "organiser",
          "organiser-note",
          "nation");
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2100;

  private final EntryRules rules;
  private final Problems problems;

  CalendarReader(KnownIds known, Problems problems) {
    this.rules = new EntryRules(known);
    this.problems = problems;
  }

  List<AwarenessDay> read(String file, List<String> lines) {
    Set<String> keys = new HashSet<>(OWN_KEYS);
    keys.addAll(TimingReader.KEYS);
    List<AwarenessDay> days = new ArrayList<>();
    Yaml.readAll(lines, file, keys, problems)
        .forEach(entry -> read(file, entry).ifPresent(days::add));
    return days;
  }

  private Optional<AwarenessDay> read(String file, Yaml entry) {
    String id = rules.id(entry);
    String name = entry.text("name");
    Optional<Tone> tone = entry.constant("tone", Tone.class);
    Optional<Subject> subject = entry.constant("subject", Subject.class);
    Optional<Timing> timing = TimingReader.read(entry);
    Optional<Integer> since =
        entry.has("since")
            ? Optional.of(entry.number("since", FIRST_YEAR, LAST_YEAR))
            : Optional.empty();
    Optional<Nation> nation =
        entry.has("nation") ? entry.constant("nation", Nation.class) : Optional.empty();
    String angle = entry.text("angle");
    List<String> asked = entry.list("asked");
    List<String> positions = rules.positions(entry);
    List<String> hashtags = rules.hashtags(entry);
    List<String> guidance = rules.guidance(entry);
    List<String> facts = rules.facts(entry);
    Optional<String> organiser = entry.maybe("organiser");
    Optional<String> note = entry.maybe("organiser-note");
    return timing.flatMap(when ->
        tone.flatMap(t ->
            subject.map(s ->
                new AwarenessDay(
                    id, file, name, when, since, t, s, angle, asked, positions, hashtags, guidance,
                    facts, organiser, note, nation))));
  }
}
