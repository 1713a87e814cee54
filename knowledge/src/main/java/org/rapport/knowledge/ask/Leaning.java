package org.rapport.knowledge.ask;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a question leans on what was asked before it. English marks such questions by leaving out
 * what is known ("and on LinkedIn?", "why?") or by pointing back at it ("do I block him?"); see
 * Halliday and Hasan, Cohesion in English (1976), on ellipsis, substitution and reference.
 */
enum Leaning {
  /** It says all that it is about. */
  NONE,
  /** Short, and about "the" something that was perhaps spoken of before. */
  PERHAPS,
  /** It has a "him", "that" or "there", and nothing that this could mean. */
  POINTING,
  /** It means nothing without what came before. */
  FULL;

  private static final int FEW_WORDS = 7;
  private static final int SHORT = 10;
  private static final int FEW_TOPICS = 2;

  /** Nothing but a question word or a call for more. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?:but |and |ok |so )*(?:why|why not|how|how so|how come|doing what|when|where|who|which|what"
              + "|which ones?|what else|anything else|what then|then what|what next|and then"
              + "|(?:for )?how (?:quickly|soon|fast|long|much|many|often|far|big|late|early|old)"
              + "|by when|since when|until when|says who|really|is that (?:all|it|right|true)"
              + "|are you sure|more|more detail|tell me more|go on|explain|please explain|like what"
              + "|like who|such as|in what way|what do you mean|what does that mean"
              + "|(?:can you |could you |please )*(?:give|show)(?: me| us)? (?:an|another|some|a few|more)"
              + " examples?|(?:for |an |any |another |some )?examples?|another(?: one)?)(?: please)?");

  /** Goes on from something. */
  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:what about|how about|what if|even if|even though|even when|even on|same for"
              + "|is it the same|in that case|if so|if not|unless|except|also|or|and|but|so|then|plus)\\b");

  /** Where, whom or when, and nothing asked. */
  private static final Pattern CIRCUMSTANCE =
      Pattern.compile("^(?:for|on|in|at|with|without|to|from|by|after|before|during|only)\\b.*");

  /** Points at somebody or something, none of which the question itself need name. */
  private static final Pattern POINTER =
      Pattern.compile(
          "\\b(?:he|him|his|she|her|hers|they|them|their|theirs|it|its|it's|he's|she's|they're"
              + "|they've|which ones?|the (?:same|ones?|others?)|that one|those ones|do so"
              + "|(?:on|in|from|over|up|to|of) there)\\b"
              + "|\\b(?:does|do|did|is|are|was|isn't|doesn't|can|could|would|will|should|if|about|of"
              + "|to|do|for|with|like|after|before|in|on|by|why|how's|what's)"
              + " (?:this|that|these|those)\\b(?! (?:week|month|year|morning|time|i|we|you|my|our)\\b)"
              + "|\\binstead$");

  /** Somebody or something that a pointer after it may mean. */
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(?:an?|my|our|your|their|the|some|any|every|another|other|someone|somebody|everyone|people|staff"
              + "|patients|x|twitter|linkedin|facebook|instagram)\\b");

  /** An "it" that means nothing: "is it ok to ...", "does it matter if ...". */
  private static final Pattern EMPTY_IT =
      Pattern.compile(
          "\\b(?:is|isn't|was|would|will|does|could) it (?:be )?(?:\\S+ ){1,2}?(?:to|if|that|when|for|how)\\b"
              + "|\\b(?:it's|it is) (?:\\S+ ){1,2}?(?:to|if|that|when|for)\\b|\\bworth it\\b|\\bit worth\\b|\\bit (?:rain|snow)\\b");

  private static final Pattern DEFINITE = Pattern.compile("\\bthe \\S+");
  private static final Pattern WORD = Pattern.compile("[^ ,]+");

  /** The department, where not everything is in capitals. */
  private static final Pattern IT_PEOPLE = Pattern.compile("\\bIT\\b(?=.*\\p{Ll})");

  /** Words that name no topic. */
  private static final Set<String> EMPTY =
      Set.copyOf(
          Arrays.asList(
              ("a an the i we you me us my our your he him his she her they them their it its this"
                      + " that these those there here who what which when where why how if and or but"
                      + " so then also plus to of for on in at by with without from about up as is are"
                      + " was were be been am do does did have has had can could should shall would"
                      + " will may might must not no yes ok any some all much many more most long"
                      + " get got go going put say said make need want use please just really even"
                      + " ever hardly anyone anyone's still too very only same ones one other else anything something give show tell example examples explain another")
                  .split(" ")));

  static Leaning of(String text) {
    String folded = folded(text);
    if (BARE.matcher(folded).matches()) {
      return FULL;
    }
    Matcher opening = OPENING.matcher(folded);
    if (opening.find() && topics(folded.substring(opening.end())) <= FEW_TOPICS) {
      return FULL;
    }
    boolean brief = words(folded) <= FEW_WORDS && topics(folded) <= FEW_TOPICS;
    if (brief && CIRCUMSTANCE.matcher(folded).matches()) {
      return FULL;
    }
    if (words(folded) <= SHORT && pointsBack(folded)) {
      return POINTING;
    }
    return brief && DEFINITE.matcher(folded).find() ? PERHAPS : NONE;
  }

  /** Whether it adds anything to what it leans on; "why?" does not. */
  static boolean namesATopic(String text) {
    return topics(folded(text)) > 0;
  }

  private static boolean pointsBack(String folded) {
    Matcher pointer = POINTER.matcher(EMPTY_IT.matcher(folded).replaceAll(" "));
    return pointer.find() && !namesSomething(folded.substring(0, pointer.start()));
  }

  /** Whether words before a pointer name what it points at: "the post", or a clause of its own. */
  private static boolean namesSomething(String before) {
    return NAMED.matcher(before).find()
        || topics(before.substring(0, Math.max(0, before.lastIndexOf(',')))) > 0;
  }

  private static long topics(String text) {
    return WORD.matcher(text).results().filter(word -> !EMPTY.contains(word.group())).count();
  }

  private static long words(String text) {
    return WORD.matcher(text).results().count();
  }

  private static String folded(String text) {
    return IT_PEOPLE
        .matcher(text)
        .replaceAll("computing")
        .toLowerCase(Locale.ROOT)
        .replace('\u2019', '\'')
        .replaceAll("[^\\p{L}\\p{N}'.&,]+", " ")
        .replaceAll("[.']+(?= |,|$)", "")
        .strip();
  }
}
