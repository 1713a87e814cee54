package org.rapport.knowledge.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A post that a leader might write.
 *
 * @param id stable and unique among the posts
 * @param theme the file that it stands in
 * @param kind what is done with it
 * @param positions the jobs it suits; {@code any} for all
 * @param stages the stages it suits, 0 to 5
 * @param area the field of work that it is for, if it is for one
 * @param occasion what it is for
 * @param variants its words for each platform, two or more, with placeholders in braces
 * @param placeholders what the leader fills in, by the word in braces
 * @param why why it works
 * @param makeTrue what in the wording is only an example
 * @param checkFirst what to check before posting
 * @param picture what a picture may show, if there is to be one
 * @param hashtags the tags that stand in the variants
 * @param guidance ids of the sections that help, most useful first
 * @param facts ids of the facts that it rests on
 */
public record SuggestedPost(
    String id,
    String theme,
    Kind kind,
    List<String> positions,
    Set<Integer> stages,
    Optional<String> area,
    Occasion occasion,
    Map<Platform, String> variants,
    Map<String, Placeholder> placeholders,
    String why,
    Optional<String> makeTrue,
    List<String> checkFirst,
    Optional<Picture> picture,
    List<String> hashtags,
    List<String> guidance,
    List<String> facts) {

  public SuggestedPost {
    positions = List.copyOf(positions);
    stages = Set.copyOf(stages);
    variants = Map.copyOf(variants);
    placeholders = Map.copyOf(placeholders);
    checkFirst = List.copyOf(checkFirst);
    hashtags = List.copyOf(hashtags);
    guidance = List.copyOf(guidance);
    facts = List.copyOf(facts);
  }

  /** What is done with a post. */
  public enum Kind {
    POST,
    /** Under somebody else's post. */
    COMMENT,
    /** With somebody else's post. */
    SHARE
  }

  /**
   * What a leader fills in.
   *
   * @param put what to fill in
   * @param max its most characters
   */
  public record Placeholder(String put, int max) {}

  /**
   * A picture to go with it.
   *
   * @param shows what it may show
   * @param altText how to describe it to those who do not see it
   */
  public record Picture(String shows, String altText) {}
}
