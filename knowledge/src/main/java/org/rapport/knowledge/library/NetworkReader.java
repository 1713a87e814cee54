package org.rapport.knowledge.library;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapport.knowledge.reading.Problems;
import org.rapport.knowledge.reading.Yaml;

/** Reads networks. */
final class NetworkReader {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "name",
          "kind",
          "for",
          "where",
          "address",
          "hashtags",
          "cadence",
          "last-known-active",
          "active",
          "offer",
          "join",
          "caution",
          "positions",
          "stages",
          "area",
          "checked",
          "certainty",
          "guidance",
          "facts");
  private static final int MOST_STEPS = 3;

  private final EntryRules rules;
  private final KnownIds known;
  private final Problems problems;

  NetworkReader(KnownIds known, Problems problems) {
    this.rules = new EntryRules(known);
    this.known = known;
    this.problems = problems;
  }

  List<Network> read(String file, List<String> lines) {
    return Yaml.readAll(lines, file, KEYS, problems).stream()
        .flatMap(entry -> read(entry).stream())
        .toList();
  }

  private Optional<Network> read(Yaml entry) {
    Optional<Network.Kind> kind = entry.constant("kind", Network.Kind.class);
    Optional<Network.Activity> activity = entry.constant("active", Network.Activity.class);
    return kind.flatMap(is -> activity.map(active -> network(entry, is, active)));
  }

  private Network network(Yaml entry, Network.Kind kind, Network.Activity activity) {
    List<String> facts = rules.facts(entry);
    return new Network(
        rules.id(entry),
        entry.text("name"),
        kind,
        entry.text("for"),
        entry.list("where"),
        address(entry),
        entry.maybeList("hashtags"),
        entry.text("cadence"),
        entry.text("last-known-active"),
        activity,
        entry.flag("offer"),
        join(entry),
        entry.maybe("caution"),
        rules.positions(entry),
        rules.stages(entry),
        rules.area(entry),
        entry.date("checked"),
        isSourced(entry, facts),
        rules.guidance(entry),
        facts);
  }

  private static List<String> join(Yaml entry) {
    List<String> steps = entry.list("join");
    if (steps.size() > MOST_STEPS) {
      entry.problem("'join': expected 1 to " + MOST_STEPS + " steps, found " + steps.size());
    }
    return steps;
  }

  private static Optional<URI> address(Yaml entry) {
    Optional<String> address = entry.maybe("address");
    try {
      if (address.isEmpty() || address.get().matches("https?://[^/].*")) {
        return address.isEmpty() ? Optional.empty() : Optional.of(new URI(address.get()));
      }
    } catch (URISyntaxException broken) {
      // Told below, as for an address of another kind.
    }
    entry.problem("'address': expected a web address, found '" + address.orElse("") + "'");
    return Optional.empty();
  }

  /** It must agree with the tag of the first fact. */
  private boolean isSourced(Yaml entry, List<String> facts) {
    String certainty = entry.text("certainty");
    boolean isSourced = facts.isEmpty() || !known.unsourced().contains(facts.getFirst());
    String expected = isSourced ? "source" : "verify";
    if (!certainty.equals(expected)) {
      entry.problem(
          "'certainty': expected "
              + expected
              + ", as its first fact is, found '"
              + certainty
              + "'");
    }
    return isSourced;
  }
}
