package org.rapport.knowledge.content;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapport.knowledge.reading.Problems;

/** Reads a table of facts: tab-separated, one fact a line, under a line of column names. */
final class FactsReader {
  private static final String HEAD = "id\ttag\tkind\twords\tsource\tpublisher\taddress\tdate";
  private static final int COLUMNS = HEAD.split("\t", -1).length;

  private final Problems problems;

  FactsReader(Problems problems) {
    this.problems = problems;
  }

  void read(String file, List<String> lines, Map<String, Fact> facts) {
    if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
      problems.add(file, 1, "Expected the columns " + HEAD.replace('\t', ' '));
      return;
    }
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      int line = i + 1;
      if (cells.length != COLUMNS) {
        problems.add(
            file, line, "Expected " + COLUMNS + " cells parted by tabs, found " + cells.length);
        continue;
      }
      fact(file, line, cells)
          .ifPresent(fact -> {
            if (facts.putIfAbsent(fact.id(), fact) != null) {
              problems.add(file, line, "The fact id " + fact.id() + " is used twice");
            }
          });
    }
  }

  private Optional<Fact> fact(String file, int line, String[] cells) {
    if (!cells[0].matches("F-\\d+\\.\\d+")) {
      problems.add(file, line, "Expected an id like F-2.07, found '" + cells[0] + "'");
      return Optional.empty();
    }
    Optional<Fact.Tag> tag = constant(Fact.Tag.class, cells[1], file, line, "tag");
    Optional<Fact.Kind> kind = constant(Fact.Kind.class, cells[2], file, line, "kind");
    List<Fact.Origin> sources = origins(file, line, cells);
    return tag.flatMap(t -> kind.map(k -> new Fact(cells[0], t, k, cells[3], sources)));
  }

  private List<Fact.Origin> origins(String file, int line, String[] cells) {
    List<Fact.Origin> origins = new ArrayList<>();
    if (cells[4].isBlank()) {
      return origins;
    }
    String[] titles = cells[4].split(" \\| ");
    String[] publishers = cells[5].split(" \\| ");
    String[] addresses = cells[6].split(" \\| ");
    String[] dates = cells[7].split(" \\| ");
    if (publishers.length != titles.length
        || addresses.length != titles.length
        || dates.length != titles.length) {
      problems.add(file, line, "Source, publisher, address and date differ in number");
      return origins;
    }
    for (int i = 0; i < titles.length; i++) {
      try {
        origins.add(new Fact.Origin(titles[i], publishers[i], dates[i], URI.create(addresses[i])));
      } catch (IllegalArgumentException notAnAddress) {
        problems.add(file, line, "Not an address: " + addresses[i]);
      }
    }
    return origins;
  }

  private <E extends Enum<E>> Optional<E> constant(
      Class<E> type, String word, String file, int line, String column) {
    Optional<E> found =
        Stream.of(type.getEnumConstants())
            .filter(e -> e.name().toLowerCase(Locale.ROOT).equals(word))
            .findFirst();
    if (found.isEmpty()) {
      List<String> expected =
          Stream.of(type.getEnumConstants()).map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
      problems.add(
          file, line, "Unknown " + column + " '" + word + "'; expected one of " + expected);
    }
    return found;
  }
}
