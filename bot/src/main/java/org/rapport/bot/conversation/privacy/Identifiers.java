package org.rapport.bot.conversation.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Personal data that has a form: numbers, addresses, codes. Each pattern reads a place in the text
 * a bounded number of times, so that long and hostile texts cost no more than their length.
 */
final class Identifiers {
  /** Stands in the rest for a char that was found, so that places stay the same. */
  private static final char GONE = '\uE000';

  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

  private static final String DAY = "\\d{1,2}(?:st|nd|rd|th)?";
  private static final String DATE =
      "(?:\\d{1,2}[ /.-]\\d{1,2}[ /.-](?:\\d{4}|\\d{2})"
          + "|\\d{4}[/.-]\\d{1,2}[/.-]\\d{1,2}"
          + ("|" + DAY + "[ -](?:of )?" + MONTH + ",?[ -]'?(?:\\d{4}|\\d{2})")
          + ("|" + MONTH + " " + DAY + ",? '?(?:\\d{4}|\\d{2}))(?!\\d)");

  /** The 124 postcode areas of the Office for National Statistics. */
  private static final String POSTCODE_AREA =
      "(?:AB|AL|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]"
          + "|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]"
          + "|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)";

  private static final String BETWEEN =
      "(?!(?:a|an|and|are|as|at|by|can|for|from|in|is|it|new|of|on|or|per|that|the|to|was|we"
          + "|with)\\b)[a-z][a-z'-]{1,20} ";

  private static final Pattern YEAR = Pattern.compile("(\\d{4})|(\\d{2})$");

  private static final Pattern OF_THE_STATE =
      Pattern.compile(
          "(?:https?://)?(?:[\\w-]+\\.)*(?:nhs\\.uk|gov\\.uk|nhs\\.wales|nhs\\.scot)(?:[/?#:].*)?");

  private static final Pattern OF_AN_ORGANISATION =
      Pattern.compile(
          "nhs|trust|hospital|gov|bbc|itv|news|hsj|cqc|gmc|nmc|hcpc|ofcom|icb|health|council"
              + "|charity|official|comms|police|union|college|uni\\b|rcn|bma|unison",
          Pattern.CASE_INSENSITIVE);

  /** In this order: what comes first is gone before the next one looks. */
  private static final List<Rule> RULES =
      List.of(
          rule(Kind.PERSON, "<@[^<>]{0,200}>|<at\\b[^<>]{0,200}>[^<]{0,200}</at>"),
          rule(
              Kind.EMAIL,
              "(?<![\\w.+%'-])[\\w.+%'-]++@[\\w-]++(?:\\.[\\w-]++)*+"
                  + "|\\b[\\w.+-]{1,64} ?[(\\[{]at[)\\]}] ?[\\w-]{1,63}(?: ?(?:\\.|[(\\[{]dot[)\\]}]| dot ) ?[\\w-]{1,63}){1,4}"
                  + "|\\b[\\w+-]{1,64}(?: dot [\\w+-]{1,64}){0,3} at [\\w-]{1,63}(?: dot [\\w-]{1,63}){1,4}"),
          rule(Kind.LINK, "\\b(?:https?://|www\\.)[^\\s>|]+", link -> !isOfTheState(link)),
          rule(Kind.HANDLE, "(?<!\\w)@[\\w.]{2,}", handle -> !isOfAnOrganisation(handle)),
          rule(Kind.NI_NUMBER, "\\b[a-z]{2}[ -]?(?:\\d{2}[ -]?){3}[a-d]\\b"),
          rule(Kind.BANK_CARD, "(?<!\\d)\\d(?:[ -]?\\d){12,18}(?!\\d)", CheckDigits::isBankCard),
          rule(Kind.NHS_NUMBER, "(?<!\\d)\\d(?:[ .-]{0,2}\\d){9}(?!\\d)", CheckDigits::isNhsNumber),
          rule(Kind.IP_ADDRESS, ip()),
          inGroup(
              Kind.DATE_OF_BIRTH,
              "(?:\\bd\\.? ?o\\.? ?b\\b|\\bbirth|\\bbirthda(?:y|te)|\\bborn)(?:[\\s:=.,(]|on\\b|is\\b|was\\b){0,6}("
                  + DATE
                  + ")"),
          rule(Kind.DATE_OF_BIRTH, "(?<!\\w)(?<!\\d[/.-])" + DATE, Identifiers::isOfLongAgo),
          inGroup(
              Kind.HOSPITAL_NUMBER,
              "\\b(?:mrn|(?:hospital|hosp|patient|pas|unit|district|case ?note|record|crn|clinic)[ -]?"
                  + "(?:number|num|no|id|ref|reference))\\b\\.?(?:[\\s:=#(]|is\\b|was\\b|no\\b|number\\b){0,6}"
                  + "((?=[a-z\\d -]{0,12}\\d{3})[a-z]{0,3}\\d{0,2}[ -]?\\d{3,12}[a-z]{0,2}\\b)"),
          rule(
              Kind.PHONE,
              "(?<![\\w.])(?!\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2})"
                  + "(?:(?:\\+|00)44|\\+\\d{1,3}|\\(?0|(?=7\\d{3}[ .-]?\\d{3}[ .-]?\\d{3}(?!\\d)))"
                  + "[\\s().-]{0,4}\\d(?:[\\s().-]{0,3}\\d){7,11}(?!\\d)"
                  + "(?:,? ?(?:x|ext\\.?|extension) ?\\d{1,6}\\b)?"),
          rule(
              Kind.POSTCODE,
              "\\b(?:gir[ -]?0aa|"
                  + POSTCODE_AREA
                  + "\\d[a-z\\d]?[ -]{0,3}\\d[abd-hjlnp-uw-z]{2})\\b"),
          cased(Kind.NUMBER_PLATE, "\\b[A-HJ-PR-Y]{2}\\d{2} ?[A-HJ-PR-Z]{3}\\b"),
          inGroup(
              Kind.NUMBER_PLATE,
              "\\b(?:reg|registration|plate|car|van)\\b.{0,12}?\\b([a-z]{2}\\d{2} ?[a-z]{3})\\b"),
          rule(
              Kind.ADDRESS,
              "(?<![\\w/.:,])(?:flat \\d{1,4},? )?\\d{1,4}[a-z]?,? (?:the |"
                  + BETWEEN
                  + ")(?:"
                  + BETWEEN
                  + "){0,2}(?:street|road|rd|lane|avenue|ave|crescent|terrace|grove|mews)\\b"
                  + "|(?<![\\w/.:,])\\d{1,4}[a-z]?,? the (?:crescent|avenue|terrace|grove|mews)\\b"),
          cased(
              Kind.ADDRESS,
              "(?<![\\w/.:,])\\d{1,4}[A-Za-z]?,? (?:[A-Z][a-z'-]{1,20} ){1,3}"
                  + "(?:Close|Drive|Way|Place|Court|Hill|View|Walk|Row|Rise|Square|St|Gardens|Park)\\b"),
          rule(Kind.NUMBER, "\\d{7,}|(?<!\\d)\\d{3}[ -]\\d{3}[ -]\\d{4}(?!\\d)"));

  private final String words;
  private final List<Found> found = new ArrayList<>();
  private final StringBuilder rest;

  private Identifiers(String words) {
    this.words = words;
    this.rest = new StringBuilder(words);
  }

  static Identifiers in(String words) {
    Identifiers identifiers = new Identifiers(words);
    RULES.forEach(identifiers::apply);
    return identifiers;
  }

  /** By rule, not by place. */
  List<Found> found() {
    return found;
  }

  /** The words with every char that was found made unreadable; places stay the same. */
  String rest() {
    return rest.toString();
  }

  private void apply(Rule rule) {
    String before = rest.toString();
    Matcher matcher = rule.pattern().matcher(before);
    int from = 0;
    while (from <= before.length() && matcher.find(from)) {
      int start = matcher.start(rule.group());
      int end = matcher.end(rule.group());
      if (rule.holds().test(words.substring(start, end))) {
        take(new Found(rule.kind(), start, end));
        from = end;
      } else {
        from = matcher.start() + 1;
      }
    }
  }

  private void take(Found piece) {
    found.add(piece);
    for (int i = piece.start(); i < piece.end(); i++) {
      rest.setCharAt(i, GONE);
    }
  }

  private static String ip() {
    String octet = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    String four = "(?<![\\d.])" + octet + "(?:\\." + octet + "){3}(?![\\d.]*\\d)";
    return four + "|(?<![\\w:])(?:[\\da-f]{1,4}:){3,7}:?(?:[\\da-f]{1,4}:){0,3}[\\da-f]{1,4}\\b";
  }

  /**
   * Whether a date is rather somebody's birthday than news: before 2010, or a year of two digits
   * that is not of the 2010s and 2020s.
   */
  private static boolean isOfLongAgo(String date) {
    Matcher year = YEAR.matcher(date);
    if (!year.find()) {
      return false;
    }
    if (year.group(1) != null) {
      return Integer.parseInt(year.group(1)) < 2010;
    }
    int ofCentury = Integer.parseInt(year.group(2));
    return ofCentury < 10 || ofCentury > 29;
  }

  private static boolean isOfTheState(String link) {
    return OF_THE_STATE.matcher(link.toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether an account is an organisation's by its name. */
  private static boolean isOfAnOrganisation(String handle) {
    return OF_AN_ORGANISATION.matcher(handle).find();
  }

  private static Rule rule(Kind kind, String pattern) {
    return rule(kind, pattern, found -> true);
  }

  private static Rule rule(Kind kind, String pattern, Predicate<String> holds) {
    return new Rule(kind, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), 0, holds);
  }

  private static Rule inGroup(Kind kind, String pattern) {
    return new Rule(kind, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), 1, found -> true);
  }

  private static Rule cased(Kind kind, String pattern) {
    return new Rule(kind, Pattern.compile(pattern), 0, found -> true);
  }

  /**
   * @param group which group of the pattern is the personal data
   * @param holds what else must be true of it
   */
  private record Rule(Kind kind, Pattern pattern, int group, Predicate<String> holds) {}
}
