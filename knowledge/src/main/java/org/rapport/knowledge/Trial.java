package org.rapport.knowledge;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
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
  private final Optional<Reach> reach;

  /**
   * @param reach of the change; empty if it can touch any question
   */
  Trial(Answering live, Answering next, RememberedTexts texts, Optional<Reach> reach) {
    this.live = live.with(texts);
    this.next = next.with(texts);
    this.texts = texts;
    this.reach = reach;
  }

  /** Gets the vectors of what will be asked, all in one go. */
  public void learn(Collection<Question> questions) {
    texts.learn(questions.stream().flatMap(question -> next.texts(question).stream()).toList());
  }

  /**
   * Whether a question may get another answer by the change.
   *
   * @param facts that a right answer rests on
   */
  public boolean mayDiffer(Question question, Set<String> facts) {
    return reach.isEmpty()
        || reach.get().touches(next.texts(question).stream().map(texts::of).toList(), facts);
  }

  /**
   * What is answered now.
   *
   * @throws Knowledge.NoIndex if the index was closed meanwhile
   */
  public Answer before(Question question) {
    if (!live.retain()) {
      throw new Knowledge.NoIndex();
    }
    try {
      return live.answer(question);
    } finally {
      live.release();
    }
  }

  /** What would be answered. */
  public Answer after(Question question) {
    return next.answer(question);
  }
}
