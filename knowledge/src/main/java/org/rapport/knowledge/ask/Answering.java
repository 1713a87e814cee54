package org.rapport.knowledge.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Passage;
import org.rapport.knowledge.Question;
import org.rapport.knowledge.ask.Boundaries.Nearness;
import org.rapport.knowledge.ask.Decision.Verdict;
import org.rapport.knowledge.ask.Retriever.Scored;
import org.rapport.knowledge.content.Boundary;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.index.Corpus;
import org.rapport.knowledge.index.Generation;

/** Answers questions from one corpus: understand, retrieve, rank, decide, compose. */
public final class Answering {
  private static final int PASSAGES = 10;
  private static final int RELATED = 3;
  private static final int RECENT_ANSWERS = 5_000;
  private static final int RECENT_PAGES = 1_000;

  private final Corpus corpus;
  private final Boundaries boundaries;
  private final Embedder embedder;
  // By the hash of the question: what people ask is not held in memory.
  private final Recent<String, Answer> answers = new Recent<>(RECENT_ANSWERS);
  private final Recent<Integer, Page> pages = new Recent<>(RECENT_PAGES);

  /** Answers from a corpus, which stays the caller's to hold open. */
  public Answering(Corpus corpus, Embedder embedder) {
    this.corpus = corpus;
    this.embedder = embedder;
    this.boundaries = Boundaries.read(corpus.extra());
  }

  /** Keeps the corpus open until {@link #release}; false if it is closed already. */
  public boolean retain() {
    return corpus.retain();
  }

  /** Undoes one {@link #retain}. */
  public void release() {
    corpus.release();
  }

  /** The answer; never fails for anything that a person may type. */
  public Answer answer(Question question) {
    Understanding understood = Understanding.of(question, boundaries.language());
    if (understood.isEmpty()) {
      return new Answer.Unsure(corpus.number(), 0, List.of(), List.of());
    }
    return answers.get(understood.hash(), hash -> answer(understood));
  }

  private Answer answer(Understanding understood) {
    Evidence evidence = evidence(understood);
    List<Scored> found = evidence.found();
    Optional<Integer> named = corpus.titled(understood.text());
    if (named.isPresent()) {
      found = firstOf(named.get(), found);
    }
    Verdict verdict =
        named.isPresent() ? new Verdict.Answer(1) : Decision.decide(found, evidence.nearness());
    List<Passage> passages = found.stream().map(this::passage).toList();
    return switch (verdict) {
      case Verdict.Answer v -> found(v.confidence(), passages, found);
      case Verdict.Unsure v ->
          new Answer.Unsure(corpus.number(), v.confidence(), passages, titles(passages, 0));
      case Verdict.Beyond v -> beyond(v.boundary(), v.confidence(), passages);
    };
  }

  /** What speaks for and against answering a question, for fitting {@link Confidence}. */
  public Signals signals(Question question) {
    Evidence evidence = evidence(Understanding.of(question, boundaries.language()));
    return Signals.of(evidence.found(), evidence.nearness());
  }

  /** What a question comes near to: entries, best first, and the boundaries. */
  private record Evidence(List<Scored> found, List<Nearness> nearness) {}

  private Evidence evidence(Understanding understood) {
    float[] vector = embedder.embed(understood.meaning());
    return new Evidence(
        Retriever.retrieve(
            corpus, understood.text(), understood.words(), vector, PASSAGES, Retriever.Mode.BOTH),
        boundaries.nearness(vector));
  }

  private Answer found(double confidence, List<Passage> passages, List<Scored> found) {
    Page page = pages.get(found.getFirst().entry(), entry -> Page.read(corpus.stored(entry)));
    return new Answer.Found(
        corpus.number(),
        confidence,
        passages,
        page.section(),
        page.title(),
        page.shortAnswer(),
        page.steps(),
        page.watchOuts(),
        page.examplePost().isEmpty() ? Optional.empty() : Optional.of(page.examplePost()),
        page.cautions(),
        page.citations(),
        titles(passages, 1));
  }

  private Answer beyond(Boundary boundary, double confidence, List<Passage> passages) {
    if (boundary.meansDistress()) {
      return new Answer.Urgent(corpus.number(), confidence, boundary.say(), boundary.goTo());
    }
    Answer.Reason reason =
        Answer.Reason.valueOf(boundary.reason().toUpperCase(Locale.ROOT).replace('-', '_'));
    return new Answer.OutOfScope(
        corpus.number(), confidence, passages, reason, boundary.say(), boundary.goTo());
  }

  /** What was found, with the section first whose very title was asked, as by a button. */
  private static List<Scored> firstOf(int named, List<Scored> found) {
    List<Scored> ranked = new ArrayList<>();
    ranked.add(Scored.named(named));
    found.stream().filter(scored -> scored.entry() != named).forEach(ranked::add);
    return ranked;
  }

  private List<String> titles(List<Passage> passages, int from) {
    List<String> titles = new ArrayList<>();
    for (Passage passage : passages.subList(Math.min(from, passages.size()), passages.size())) {
      if (titles.size() < RELATED && !titles.contains(passage.title())) {
        titles.add(passage.title());
      }
    }
    return titles;
  }

  private Passage passage(Scored scored) {
    Generation.Card card = corpus.card(scored.entry());
    return new Passage(card.id(), card.title(), scored.score(), card.facts());
  }
}
