package org.rapport.knowledge;

import java.util.List;
import java.util.Optional;

/** What the guidance says to a question, or why it says nothing. */
public sealed interface Answer {

  /** The build of the index that answered; every part of one answer comes from one generation. */
  int generation();

  /** How sure the answer is right, 0 to 1. */
  double confidence();

  /** The sections found, best first; empty where none was looked for. */
  List<Passage> passages();

  /**
   * The guidance answers the question. Texts are Markdown with bold, italics and links only.
   *
   * @param section id of the section that answers
   * @param title its title
   * @param shortAnswer the answer in at most 60 words
   * @param steps how to do it, at most five
   * @param watchOuts what can go wrong
   * @param examplePost a post to adapt
   * @param cautions what a reader should know about how well this is founded
   * @param citations at most three
   * @param related titles of sections to ask about next, at most three
   * @param correction what to say first, where the question takes for true what is not
   * @param also the answer to a second question that was asked in the same breath
   */
  record Found(
      int generation,
      double confidence,
      List<Passage> passages,
      String section,
      String title,
      String shortAnswer,
      List<String> steps,
      List<String> watchOuts,
      Optional<String> examplePost,
      List<Caution> cautions,
      List<Citation> citations,
      List<String> related,
      Optional<String> correction,
      Optional<Also> also)
      implements Answer {
    public Found {
      passages = List.copyOf(passages);
      steps = List.copyOf(steps);
      watchOuts = List.copyOf(watchOuts);
      cautions = List.copyOf(cautions);
      citations = List.copyOf(citations);
      related = List.copyOf(related);
    }

    /** This answer with another to a second question; as sure as the less sure of the two. */
    public Found and(Found second, List<Passage> found) {
      return new Found(
          generation,
          Math.min(confidence, second.confidence),
          found,
          section,
          title,
          shortAnswer,
          steps,
          watchOuts,
          examplePost,
          cautions,
          citations,
          related,
          correction,
          Optional.of(
              new Also(
                  second.section,
                  second.title,
                  second.shortAnswer,
                  second.cautions,
                  second.citations)));
    }
  }

  /**
   * In short, what answers a second question.
   *
   * @param section id of the section that answers
   * @param title its title
   * @param shortAnswer the answer in at most 60 words
   * @param cautions what a reader should know about how well this is founded
   * @param citations at most three
   */
  record Also(
      String section,
      String title,
      String shortAnswer,
      List<Caution> cautions,
      List<Citation> citations) {
    public Also {
      cautions = List.copyOf(cautions);
      citations = List.copyOf(citations);
    }
  }

  /**
   * The guidance has nothing that surely answers.
   *
   * @param closest titles of the closest sections, at most three, to ask instead
   */
  record Unsure(int generation, double confidence, List<Passage> passages, List<String> closest)
      implements Answer {
    public Unsure {
      passages = List.copyOf(passages);
      closest = List.copyOf(closest);
    }
  }

  /**
   * The question is not one for this coach.
   *
   * @param reason why
   * @param say one or two kind lines
   * @param goTo where to go instead
   */
  record OutOfScope(
      int generation,
      double confidence,
      List<Passage> passages,
      Reason reason,
      String say,
      List<String> goTo)
      implements Answer {
    public OutOfScope {
      passages = List.copyOf(passages);
      goTo = List.copyOf(goTo);
    }
  }

  /**
   * Somebody may be in distress or danger: these words come first.
   *
   * @param say kind words, no lecture
   * @param signposts who can help now, the most urgent first
   */
  record Urgent(int generation, double confidence, String say, List<String> signposts)
      implements Answer {
    public Urgent {
      signposts = List.copyOf(signposts);
    }

    @Override
    public List<Passage> passages() {
      return List.of();
    }
  }

  /** Why a question is not one for this coach; each has a file in {@code content/boundaries}. */
  enum Reason {
    CLINICAL,
    HR,
    LEGAL_CASE,
    IT,
    PERSONAL_DATA,
    PARTY_POLITICS,
    HARM,
    SMALL_TALK,
    INSTRUCTIONS;

    /** The name in content and JSON: {@code legal-case}. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** What a reader should know about how well an answer is founded. */
  enum Caution {
    /** Rests on law, a figure, a date, a limit or a network that no source here confirms. */
    CHECK_FIRST,
    /** Advice without a published source. */
    OWN_ADVICE,
    /** Rests on figures or people of about 2013. */
    HISTORY,
    /** Comes from what the asker's organisation gave, and is for its people alone. */
    LOCAL
  }
}
