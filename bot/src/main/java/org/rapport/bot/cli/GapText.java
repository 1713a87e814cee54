package org.rapport.bot.cli;

import java.util.List;
import java.util.StringJoiner;
import org.rapport.knowledge.gaps.Gap;

/** What to write next as lines for a terminal. */
final class GapText {
  private static final String NEW_LINE = System.lineSeparator();

  private GapText() {}

  /**
   * @param withoutWords how many questions belong to no group, as their words are not kept
   */
  static String of(List<Gap> gaps, int withoutWords, GapRemarks remarks) {
    StringJoiner text = new StringJoiner(NEW_LINE, "", NEW_LINE);
    gaps.forEach(gap -> add(text, gap, remarks));
    remarks.ofNoGroup().forEach(remark -> text.add("wrong: " + GapRemarks.line(remark)));
    text.add(
        "questions: %d, groups: %d, whose words are not kept: %d"
            .formatted(gaps.stream().mapToInt(Gap::asked).sum(), gaps.size(), withoutWords));
    return text.toString();
  }

  private static void add(StringJoiner text, Gap gap, GapRemarks remarks) {
    text.add(gap.title());
    text.add(
        "  asked: %d, unanswered: %d, rated wrong: %d, from %s to %s"
            .formatted(gap.asked(), gap.unanswered(), gap.ratedWrong(), gap.first(), gap.last()));
    gap.otherWordings().forEach(words -> text.add("  also: " + words));
    gap.nearest().ifPresent(near -> text.add("  nearest: " + near.section() + ", " + near.title()));
    remarks.of(gap).forEach(remark -> text.add("  wrong: " + GapRemarks.line(remark)));
    text.add("");
  }
}
