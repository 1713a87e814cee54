package org.rapport.knowledge.library;

import java.util.List;
import java.util.Optional;

/**
 * What nudges are made of, read and checked.
 *
 * @param posts suggested posts, by theme
 * @param situations that a post may be for
 * @param alwaysCheck what is shown with every post
 * @param networks places to meet people
 * @param journey stages, self-assessment and roles; empty only in a content folder without them
 */
public record Library(
    AwarenessCalendar calendar,
    List<SuggestedPost> posts,
    List<Situation> situations,
    List<Check> alwaysCheck,
    List<Network> networks,
    Optional<Journey> journey) {
  /** A library with nothing in it. */
  public static final Library EMPTY =
      new Library(
          AwarenessCalendar.EMPTY, List.of(), List.of(), List.of(), List.of(), Optional.empty());

  public Library {
    posts = List.copyOf(posts);
    situations = List.copyOf(situations);
    alwaysCheck = List.copyOf(alwaysCheck);
    networks = List.copyOf(networks);
  }
}
