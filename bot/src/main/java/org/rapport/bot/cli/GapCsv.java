package org.rapport.bot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.StringEscapeUtils;
import org.rapport.knowledge.Passage;
import org.rapport.knowledge.gaps.Gap;

/** What to write next as a table for a spreadsheet, in the form of RFC 4180. */
final class GapCsv {
  private static final String END_OF_LINE = "\r\n";
  private static final int OTHER_WORDINGS = 3;

  /**
   * What a spreadsheet may take for a formula, after OWASP's page on CSV injection
   * (owasp.org/www-community/attacks/CSV_Injection).
   */
  private static final Pattern FORMULA =
      Pattern.compile("^[\\s\\p{Z}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");

  private static final List<String> HEADINGS =
      List.of(
          "asked",
          "unanswered",
          "rated_wrong",
          "question",
          "other_wording_1",
          "other_wording_2",
          "other_wording_3",
          "nearest_section",
          "nearest_title",
          "first_asked",
          "last_asked",
          "wrong");

  private GapCsv() {}

  /** The last column says what askers said was wrong, a line each. */
  static String of(List<Gap> gaps, GapRemarks remarks) {
    return Stream.concat(Stream.of(HEADINGS), gaps.stream().map(gap -> cells(gap, remarks)))
        .map(GapCsv::line)
        .collect(Collectors.joining());
  }

  private static List<String> cells(Gap gap, GapRemarks remarks) {
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(gap.asked()));
    cells.add(String.valueOf(gap.unanswered()));
    cells.add(String.valueOf(gap.ratedWrong()));
    cells.add(gap.title());
    for (int i = 0; i < OTHER_WORDINGS; i++) {
      cells.add(i < gap.otherWordings().size() ? gap.otherWordings().get(i) : "");
    }
    cells.add(gap.nearest().map(Passage::section).orElse(""));
    cells.add(gap.nearest().map(Passage::title).orElse(""));
    cells.add(gap.first().toString());
    cells.add(gap.last().toString());
    cells.add(remarks.of(gap).stream().map(GapRemarks::line).collect(Collectors.joining("\n")));
    return cells;
  }

  private static String line(List<String> cells) {
    return cells.stream().map(GapCsv::cell).collect(Collectors.joining(",", "", END_OF_LINE));
  }

  private static String cell(String text) {
    String onlyText = FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    return StringEscapeUtils.escapeCsv(onlyText);
  }
}
