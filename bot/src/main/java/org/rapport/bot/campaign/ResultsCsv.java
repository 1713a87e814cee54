package org.rapport.bot.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;

/**
 * What became of a campaign as a table for a spreadsheet, in the form of RFC 4180: a figure a row.
 * No cell holds what a person wrote.
 */
public final class ResultsCsv {
  private static final String END_OF_LINE = "\r\n";

  private final List<List<String>> rows = new ArrayList<>();

  private ResultsCsv() {}

  /** The table; a share has the ends of its interval beside it. */
  public static String of(Outcomes outcomes) {
    ResultsCsv table = new ResultsCsv();
    table.row("nudge", "what", "reason", "count", "low", "high");
    table.add("all", outcomes.total());
    outcomes.nudges().forEach(each -> table.add(each.occurrence(), each.group()));
    outcomes
        .days()
        .forEach(each ->
            table.row("all", "sent on a day", each.day().toString(), "" + each.sent(), "", ""));
    return table.rows.stream()
        .map(cells ->
            cells.stream()
                .map(StringEscapeUtils::escapeCsv)
                .collect(Collectors.joining(",", "", END_OF_LINE)))
        .collect(Collectors.joining());
  }

  private void add(String nudge, Outcomes.Group group) {
    row(nudge, "planned", "", "" + group.planned(), "", "");
    row(nudge, "sent", "", "" + group.sent(), "", "");
    reasons(nudge, "skipped", group.skipped());
    reasons(nudge, "failed", group.failed());
    row(nudge, "unconfirmed", "", "" + group.unconfirmed(), "", "");
    group
        .done()
        .ifPresent(done -> {
          share(nudge, "acted on", done.acted());
          share(nudge, "done", done.done());
          share(nudge, "not for me", done.notForMe());
          share(nudge, "already joined", done.alreadyJoined());
          share(nudge, "snoozed", done.snoozed());
          share(nudge, "stopped", done.stopped());
        });
  }

  private void reasons(String nudge, String what, Map<String, Integer> counts) {
    new TreeMap<>(counts).forEach((reason, count) -> row(nudge, what, reason, "" + count, "", ""));
  }

  private void share(String nudge, String what, Outcomes.Share share) {
    row(
        nudge,
        what,
        "",
        "" + share.people(),
        "%.4f".formatted(share.interval().low()),
        "%.4f".formatted(share.interval().high()));
  }

  private void row(String... cells) {
    rows.add(List.of(cells));
  }
}
