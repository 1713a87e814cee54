package org.rapport.bot.campaign.nudge;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapport.bot.campaign.reaction.GivenNudge;
import org.rapport.bot.campaign.reaction.PastNudge;
import org.rapport.bot.campaign.reaction.Reaction;
import org.rapport.knowledge.library.Library;
import org.rapport.knowledge.library.Network;
import org.rapport.knowledge.library.SuggestedPost;

/** What a person's earlier nudges, and what they said to them, mean for the next. */
final class Learned {
  /** Nothing comes again within so many months. */
  static final int MONTHS = 6;

  private static final double LIKED = 1.5;
  private static final double DISLIKED = 0.5;
  private static final double JUST_HAD = 0.3;

  /** More of the same say no more. */
  private static final int MOST_COUNTED = 3;

  private final List<PastNudge> past;
  private final Set<String> posts;
  private final Set<String> networks;
  private final Set<String> checks;
  private final Map<String, String> themes;

  /**
   * @param past newest first
   */
  Learned(Library library, List<PastNudge> past, LocalDate on) {
    this.past = past;
    this.posts = recent(past, on, GivenNudge::post);
    this.networks = recent(past, on, GivenNudge::network);
    this.checks = recent(past, on, GivenNudge::check);
    this.themes =
        library.posts().stream()
            .collect(Collectors.toMap(SuggestedPost::id, SuggestedPost::theme, (a, b) -> a));
    posts.addAll(said(Set.of(Reaction.NOT_FOR_ME), GivenNudge::post));
    networks.addAll(
        said(Set.of(Reaction.NOT_FOR_ME, Reaction.ALREADY_JOINED), GivenNudge::network));
  }

  boolean mayGet(SuggestedPost post) {
    return !posts.contains(post.id());
  }

  boolean mayGet(Network network) {
    return !networks.contains(network.id());
  }

  boolean mayGetCheck(String id) {
    return !checks.contains(id);
  }

  /** How much more, or less, posts like this one are wanted; 1 if nothing speaks for either. */
  double weight(SuggestedPost post) {
    double liked = Math.pow(LIKED, count(post.theme(), Set.of(Reaction.ACTED, Reaction.DONE)));
    double disliked = Math.pow(DISLIKED, count(post.theme(), Set.of(Reaction.NOT_FOR_ME)));
    boolean justHad =
        past.stream()
            .findFirst()
            .flatMap(nudge -> theme(nudge.given()))
            .filter(post.theme()::equals)
            .isPresent();
    return liked * disliked * (justHad ? JUST_HAD : 1);
  }

  private long count(String theme, Set<Reaction> reactions) {
    return past.stream()
        .filter(nudge -> nudge.reactions().stream().anyMatch(reactions::contains))
        .filter(nudge -> theme(nudge.given()).filter(theme::equals).isPresent())
        .limit(MOST_COUNTED)
        .count();
  }

  private Optional<String> theme(GivenNudge given) {
    return given.post().flatMap(id -> Optional.ofNullable(themes.get(id)));
  }

  private static Set<String> recent(
      List<PastNudge> past, LocalDate on, Function<GivenNudge, Optional<String>> item) {
    return past.stream()
        .map(PastNudge::given)
        .filter(given -> given.on().isAfter(on.minusMonths(MONTHS)))
        .flatMap(given -> item.apply(given).stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Set<String> said(Set<Reaction> reactions, Function<GivenNudge, Optional<String>> item) {
    return past.stream()
        .filter(nudge -> nudge.reactions().stream().anyMatch(reactions::contains))
        .flatMap(nudge -> item.apply(nudge.given()).stream())
        .collect(Collectors.toSet());
  }
}
