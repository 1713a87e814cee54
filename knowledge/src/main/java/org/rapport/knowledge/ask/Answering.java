package org.rapport.knowledge.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Citation;
import org.rapport.knowledge.Passage;
import org.rapport.knowledge.Question;
import org.rapport.knowledge.ask.Boundaries.Comparison;
import org.rapport.knowledge.ask.Boundaries.Doubt;
import org.rapport.knowledge.ask.Decision.Verdict;
import org.rapport.knowledge.ask.FactTable.Asked;
import org.rapport.knowledge.ask.Retriever.Scored;
import org.rapport.knowledge.content.Boundary;
import org.rapport.knowledge.embed.TextVectors;
import org.rapport.knowledge.index.Corpus;
import org.rapport.knowledge.index.Generation;
import org.rapport.knowledge.index.Generation.Near;

/** Answers questions from one corpus: understand, retrieve, rank, decide, compose. */
public final class Answering {
  /** Of an answer, at most. */
  static final int PASSAGES = 10;

  private static final int RELATED = 3;

  /** Of the vectors of many sections, so many of the nearest are looked for to find the first. */
  private static final int NEAREST = 10;

  /** How far down a section still comes close to what was asked. */
  private static final int CLOSE = 3;

  /** From this cosine on a question rests on a belief. */
  private static final double BELIEVED = 0.78;

  private static final int RECENT_ANSWERS = 5_000;
  private static final int RECENT_PAGES = 1_000;

  private final Corpus corpus;
  private final Boundaries boundaries;
  private final Shorthand shorthand;
  private final TextVectors texts;
  // By the hash of the question: what people ask is not held in memory.
  private final Recent<String, Answer> answers;
  private final Recent<Integer, Page> pages;

  /** Answers from a corpus, which stays the caller's to hold open. */
  public Answering(Corpus corpus, TextVectors texts) {
    this(
        corpus,
        Boundaries.read(corpus.extra()),
        texts,
        new Recent<>(RECENT_ANSWERS),
        new Recent<>(RECENT_PAGES));
  }

  private Answering(
      Corpus corpus,
      Boundaries boundaries,
      TextVectors texts,
      Recent<String, Answer> answers,
      Recent<Integer, Page> pages) {
    this.corpus = corpus;
    this.boundaries = boundaries;
    this.texts = texts;
    this.answers = answers;
    this.pages = pages;
    this.shorthand = new Shorthand(boundaries.language().shorthand());
  }

  /** The same, with the vectors of texts from elsewhere; what either answered both know. */
  public Answering with(TextVectors others) {
    return new Answering(corpus, boundaries, others, answers, pages);
  }

  /** Whether it answers from just these generations. */
  public boolean isFrom(Generation guidance, Optional<Generation> own) {
    return corpus.isOf(guidance, own);
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
    return new Conversation(this::answer, this::distressIn).answer(question);
  }

  /**
   * The cosine of a text and the section that comes nearest to it.
   *
   * @param vector the text's
   */
  public double nearest(float[] vector) {
    return corpus.nearest(vector, NEAREST, List.of()).stream()
        .mapToDouble(Near::nearest)
        .max()
        .orElse(-1);
  }

  /** What of a question is compared with the guidance: all of it, and each part that it has. */
  public List<String> texts(Question question) {
    String text = question.text();
    return Stream.of(
            Stream.of(text),
            Asides.in(text).stream(),
            TwoQuestions.in(text).stream().flatMap(two -> Stream.of(two.first(), two.second())))
        .flatMap(parts -> parts)
        .map(part -> understanding(part).meaning())
        .distinct()
        .toList();
  }

  /** The answer to a text that says all that it is about. */
  private Answer answer(String text) {
    Understanding understood = understanding(text);
    if (understood.isUnreadable()) {
      return new Answer.Unsure(corpus.number(), 0, List.of(), List.of());
    }
    return answers.get(understood.hash(), hash -> answer(understood));
  }

  /** The answer to a clause out of a longer text, if it is of distress. */
  private Optional<Answer> distressIn(String clause) {
    Evidence evidence = evidence(understanding(clause));
    return Distress.inClause(evidence.found(), evidence.compared())
        .map(near -> beyond(near.boundary(), near.example(), passages(evidence.found())));
  }

  private Understanding understanding(String text) {
    return Understanding.of(text, boundaries.language(), shorthand);
  }

  private Answer answer(Understanding understood) {
    Evidence evidence = evidence(understood);
    List<Scored> found = evidence.found();
    Optional<Integer> named = corpus.titled(understood.text());
    if (named.isPresent()) {
      return found(1, evidence, firstOf(named.get(), found), Optional.empty());
    }
    return switch (Decision.decide(found, evidence.compared())) {
      case Verdict.Answer v -> corrected(v.confidence(), evidence);
      case Verdict.Unsure v -> {
        List<Passage> passages = passages(found);
        yield new Answer.Unsure(corpus.number(), v.confidence(), passages, titles(passages, 0));
      }
      case Verdict.Beyond v -> beyond(v.boundary(), v.confidence(), passages(found));
    };
  }

  /** The answer, and first of all what puts a false belief right, if the question rests on one. */
  private Answer corrected(double confidence, Evidence evidence) {
    for (Doubt doubt : evidence.doubts()) {
      Optional<Scored> right = right(doubt, evidence.found());
      if (right.isPresent()) {
        return found(
            confidence,
            evidence,
            firstOf(right.get().entry(), evidence.found()),
            Optional.of(doubt.correction().truth()));
      }
    }
    return found(confidence, evidence, evidence.found(), Optional.empty());
  }

  /**
   * The section that puts a belief right, if it answers; or if it comes close, and the question is
   * nearer to the belief than to all that the guidance says.
   */
  private Optional<Scored> right(Doubt doubt, List<Scored> found) {
    double nearest = found.stream().mapToDouble(scored -> scored.near().nearest()).max().orElse(1);
    return found.stream()
        .limit(doubt.belief() > nearest ? CLOSE : 1)
        .filter(scored -> corpus.card(scored.entry()).id().equals(doubt.correction().section()))
        .findFirst();
  }

  /** What speaks for and against answering a question, for fitting {@link Confidence}. */
  public Signals signals(Question question) {
    Evidence evidence = evidence(understanding(question.text()));
    return Signals.of(evidence.found(), evidence.compared());
  }

  /** What a question comes near to: entries, and what the rules name. */
  private record Evidence(Asked question, List<Scored> found, Comparison compared) {
    /** The beliefs that it may rest on, the likeliest first. */
    List<Doubt> doubts() {
      return compared.doubts().stream()
          .filter(doubt -> doubt.belief() >= BELIEVED)
          .sorted(Comparator.comparingDouble(Doubt::belief).reversed())
          .toList();
    }
  }

  private Evidence evidence(Understanding understood) {
    float[] vector = texts.of(understood.meaning());
    List<Scored> found =
        Retriever.retrieve(
            corpus, understood.text(), understood.words(), vector, PASSAGES, Retriever.Mode.BOTH);
    return new Evidence(
        Asked.of(vector, understood.text()),
        withoutIdleOverviews(found, understood.mayBeBroad()),
        boundaries.compare(vector));
  }

  /** An overview answers a broad question or none: it stays only where it is the best for one. */
  private List<Scored> withoutIdleOverviews(List<Scored> found, boolean mayBeBroad) {
    return found.stream()
        .filter(
            scored -> (mayBeBroad && scored.equals(found.getFirst())) || !page(scored).isOverview())
        .toList();
  }

  private Answer found(
      double confidence, Evidence evidence, List<Scored> found, Optional<String> correction) {
    List<Passage> passages = passages(found);
    Page page = page(found.getFirst());
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
        citations(page, found.getFirst().entry(), evidence.question()),
        page.isOverview() ? page.ways() : titles(passages, 1),
        correction,
        Optional.empty());
  }

  private List<Citation> citations(Page page, int entry, Asked question) {
    List<float[]> vectors = corpus.vectors(entry);
    List<float[]> listed = vectors.subList(1, vectors.size());
    return Citing.of(page, corpus.card(entry).facts(), question.amid(listed), boundaries.facts());
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

  /** What was found, with one section first, whose title was asked or that puts a belief right. */
  private static List<Scored> firstOf(int first, List<Scored> found) {
    List<Scored> ranked = new ArrayList<>();
    ranked.add(Scored.named(first));
    found.stream().filter(scored -> scored.entry() != first).forEach(ranked::add);
    return ranked;
  }

  private List<Passage> passages(List<Scored> found) {
    return found.stream().map(this::passage).toList();
  }

  private Page page(Scored scored) {
    return pages.get(scored.entry(), entry -> Page.read(corpus.stored(entry)));
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
