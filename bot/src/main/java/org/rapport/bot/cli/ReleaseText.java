package org.rapport.bot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rapport.bot.release.Release;
import org.rapport.knowledge.Difference;
import org.rapport.knowledge.evaluate.Gate;

/** What came of a release, in lines for an operator. */
final class ReleaseText {
  /** Of a kind; the JSON has all. */
  private static final int MOST = 50;

  private ReleaseText() {}

  static List<String> of(Release release) {
    List<String> lines = new ArrayList<>();
    switch (release) {
      case Release.Unchanged unchanged ->
          lines.add(
              "Nothing changed; generation %d stays live: %d sections"
                  .formatted(unchanged.number(), unchanged.sections()));
      case Release.Live live -> {
        add(lines, live.difference());
        live.gate().ifPresent(gate -> add(lines, gate));
        lines.add(
            "Generation %d is live: %d sections, %d newly embedded"
                .formatted(live.number(), live.sections(), live.embedded()));
      }
      case Release.Rehearsed rehearsed -> {
        add(lines, rehearsed.difference());
        rehearsed.gate().ifPresent(gate -> add(lines, gate));
        lines.add(
            "Nothing was done; the content has %d sections and %s"
                .formatted(
                    rehearsed.sections(),
                    rehearsed.passes() ? "would go live" : "would be refused"));
      }
      case Release.Refused refused -> {
        add(lines, refused.difference());
        add(lines, refused.gate());
      }
    }
    return lines;
  }

  /** Why it was refused, in a line; empty if it was not. */
  static Optional<String> refusal(Release release) {
    return release instanceof Release.Refused refused
        ? Optional.of(
            ("Refused, what is live stays live: %s of the golden questions asked would be right, %s"
                    + " are; mend what is lost, or use --force")
                .formatted(
                    percent(refused.gate().scoreAfter()), percent(refused.gate().scoreBefore())))
        : Optional.empty();
  }

  private static void add(List<String> lines, Difference difference) {
    add(lines, "added ", difference.added());
    add(lines, "changed ", difference.changed());
    add(lines, "removed ", difference.removed());
  }

  private static void add(List<String> lines, Gate gate) {
    add(lines, "", gate.changes().stream().map(ReleaseText::line).toList());
    lines.add(
        "%d golden questions asked: %s right, %s before%s"
            .formatted(
                gate.asked(),
                percent(gate.scoreAfter()),
                percent(gate.scoreBefore()),
                gate.untouched() == 0
                    ? ""
                    : "; the change does not touch the other " + gate.untouched()));
  }

  private static String line(Gate.Change change) {
    String what =
        change.rightBefore() == change.rightAfter()
            ? "other answer"
            : change.rightAfter() ? "won" : "lost";
    return "%s %s: %s [%s -> %s]"
        .formatted(
            what,
            change.question().id(),
            change.question().words(),
            change.before(),
            change.after());
  }

  private static void add(List<String> lines, String what, List<String> each) {
    each.stream().limit(MOST).forEach(one -> lines.add(what + one));
    if (each.size() > MOST) {
      lines.add("... and " + (each.size() - MOST) + " more; --json has all");
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", share * 100);
  }
}
