package org.rapport.knowledge.index;

import java.util.ArrayList;
import java.util.List;
import org.rapport.knowledge.embed.Hash;
import org.rapport.knowledge.embed.TextGroup;

/**
 * What the index needs to know of a thing to be found, whether a section of guidance or a document
 * of a test collection.
 *
 * @param id unique
 * @param document the document that it is part of; may be empty
 * @param title short; may be empty
 * @param questions other ways of asking for it
 * @param body the rest of its words
 * @param facts ids of the facts that it rests on
 * @param stored what is given back, as JSON
 */
public record Entry(
    String id,
    String document,
    String title,
    List<String> questions,
    String body,
    List<String> facts,
    String stored) {
  /** In chars. The whole body finds nothing more on the golden questions, and takes far longer. */
  private static final int OPENING = 400;

  public Entry {
    questions = List.copyOf(questions);
    facts = List.copyOf(facts);
  }

  /** Tells this entry from any that differs from it in anything. */
  public String hash() {
    return Hash.of(
        id, document, title, String.join("\n", questions), body, String.join(" ", facts), stored);
  }

  /** What its vectors are kept by. */
  public String vectorsKey() {
    return texts().key();
  }

  /** What is embedded of it: title and body as one, then each question. */
  TextGroup texts() {
    List<String> texts = new ArrayList<>();
    if (title.isBlank()) {
      texts.add(body);
    } else {
      texts.add(title + ". " + opening());
      texts.add(title);
    }
    texts.addAll(questions);
    return new TextGroup(texts, !title.isBlank());
  }

  /** The body; of one whose questions say what it answers, what fits the short answer is enough. */
  private String opening() {
    boolean isLong = !questions.isEmpty() && body.length() > OPENING;
    return isLong ? body.substring(0, OPENING) : body;
  }
}
