package org.rapport.knowledge.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The unit of guidance that is found, cited and read. Texts are Markdown.
 *
 * @param id stable and unique
 * @param document path of its document inside the content folder, without the ending
 * @param title a question or statement in a leader's words
 * @param questions how people ask it
 * @param shortAnswer at most 60 words
 * @param steps at most five
 * @param watchOuts what can go wrong
 * @param examplePost a post to adapt
 * @param facts ids of the facts that it rests on, one to eight
 * @param positions the jobs it is for; {@code any} for all
 * @param stages the stages it is most useful for, 0 to 5
 * @param owner who keeps it right
 * @param reviewBy when it must be looked at again
 * @param ways ids of sections to ask next, where it only gives an overview; else empty
 */
public record Section(
    String id,
    String document,
    String title,
    List<String> questions,
    String shortAnswer,
    List<String> steps,
    List<String> watchOuts,
    Optional<String> examplePost,
    List<String> facts,
    List<String> positions,
    List<Integer> stages,
    String owner,
    LocalDate reviewBy,
    List<String> ways) {

  public Section {
    questions = List.copyOf(questions);
    steps = List.copyOf(steps);
    watchOuts = List.copyOf(watchOuts);
    facts = List.copyOf(facts);
    positions = List.copyOf(positions);
    stages = List.copyOf(stages);
    ways = List.copyOf(ways);
  }

  /** Everything a reader sees but the title, as running text. */
  public String body() {
    StringBuilder body = new StringBuilder(shortAnswer);
    steps.forEach(step -> body.append('\n').append(step));
    watchOuts.forEach(watchOut -> body.append('\n').append(watchOut));
    examplePost.ifPresent(post -> body.append('\n').append(post));
    return body.toString();
  }
}
