package org.rapport.bot.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.rapport.knowledge.library.Library;
import org.rapport.knowledge.library.Network;
import org.rapport.knowledge.library.SuggestedPost;

/** What a plan may name of the library. */
public record LibraryIds(Set<String> posts, Set<String> networks) {
  private static final int MOST_NAMED = 3;

  public LibraryIds {
    posts = Set.copyOf(posts);
    networks = Set.copyOf(networks);
  }

  /** Those of a library. */
  public static LibraryIds of(Library library) {
    return new LibraryIds(
        library.posts().stream().map(SuggestedPost::id).collect(Collectors.toSet()),
        library.networks().stream().map(Network::id).collect(Collectors.toSet()));
  }

  /** Whether a nudge names anything of a library. */
  static boolean isNamedIn(Nudge nudge) {
    return nudge.post().isPresent() || nudge.network().isPresent();
  }

  /** A line for each id of these nudges that the library does not have, with those most like it. */
  List<String> unknown(List<Nudge> nudges) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < nudges.size(); i++) {
      String at = "nudges[" + i + "].";
      unknown(at + "post", nudges.get(i).post(), posts).ifPresent(lines::add);
      unknown(at + "network", nudges.get(i).network(), networks).ifPresent(lines::add);
    }
    return lines;
  }

  private static Optional<String> unknown(String at, Optional<String> id, Set<String> known) {
    return id.filter(named -> !known.contains(named))
        .map(named ->
            "%s: the library has no %s; the nearest are %s"
                .formatted(at, named, String.join(", ", nearest(named, known))));
  }

  /** Of two that are as like it, the first by name. */
  private static List<String> nearest(String id, Set<String> known) {
    return known.stream()
        .sorted(
            Comparator.comparingInt((String each) -> distance(id, each))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST_NAMED)
        .toList();
  }

  private static int distance(String one, String other) {
    return LevenshteinDistance.getDefaultInstance().apply(one, other);
  }
}
