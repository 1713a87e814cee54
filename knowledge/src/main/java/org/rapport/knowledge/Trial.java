package org.rapport.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rapport.knowledge.ask.Answering;
import org.rapport.knowledge.embed.RememberedTexts;

/**
 * What is live beside a draft, to be asked the same. A text is embedded once for both; while the
 * draft is open, neither changes.
 */
public final class Trial {
  private final Answering live;
  private final Answering next;
  private final RememberedTexts texts;
  private final Function<Question, List<String>> parts;
  private final Optional<Reach> reach;

  /**
   * @param parts what of a question is compared with the guidance
   * @param reach of the change; empty if it can touch any question
   */
  Trial(
      Answering live,
      Answering next,
      RememberedTexts texts,
      Function<Question, List<String>> parts,
      Optional<Reach> reach) {
    this.live = live.with(texts);
    this.next = next.with(texts);
    this.texts = texts;
    this.parts = parts;
    this.reach = reach;
  }

  /** Gets the vectors of what will be asked, all in one go. */
  public void learn(Collection<Question> questions) {
    texts.learn(
        questions.parallelStream().flatMap(question -> parts.apply(question).stream()).toList());
  }

  /**
   * Whether a question may get another answer by the change.
   *
   * @param facts that a right answer rests on
   * @throws Knowledge.NoIndex if the index was closed meanwhile
   */
  public boolean mayDiffer(Question question, Set<String> facts) {
    return reach.isEmpty()
        || withLive(() ->
            reach
                .get()
                .touches(
                    parts.apply(question).stream().map(texts::of).toList(), facts, live::nearest));
  }

  /**
   * What is answered now.
   *
   * @throws Knowledge.NoIndex if the index was closed meanwhile
   */
  public Answer before(Question question) {
    return withLive(() -> live.answer(question));
  }

  /** What would be answered. */
  public Answer after(Question question) {
    return next.answer(question);
  }

  private <T> T withLive(Supplier<T> work) {
    if (!live.retain()) {
      throw new Knowledge.NoIndex();
    }
    try {
      return work.get();
    } finally {
      live.release();
    }
  }
}
