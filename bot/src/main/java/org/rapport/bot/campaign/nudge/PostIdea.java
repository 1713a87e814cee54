package org.rapport.bot.campaign.nudge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rapport.knowledge.library.Platform;
import org.rapport.knowledge.library.SuggestedPost;

/**
 * A post that a nudge suggests.
 *
 * @param platform whose variant is shown
 * @param day the day that it is for
 * @param situation the situation that it is for, as a line to the leader
 */
public record PostIdea(
    SuggestedPost post, Platform platform, Optional<ComingDay> day, Optional<String> situation) {

  /** The words for its platform, with placeholders in braces. */
  public String words() {
    return words(platform);
  }

  /**
   * The words for a platform, with placeholders in braces.
   *
   * @throws IllegalArgumentException if the post has none for it
   */
  public String words(Platform other) {
    return Optional.ofNullable(post.variants().get(other))
        .orElseThrow(
            () -> new IllegalArgumentException("Post " + post.id() + " is not for " + other));
  }

  /** The platforms that it has words for, in one order. */
  public List<Platform> platforms() {
    return Arrays.stream(Platform.values()).filter(post.variants()::containsKey).toList();
  }
}
