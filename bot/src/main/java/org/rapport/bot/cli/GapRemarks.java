package org.rapport.bot.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.bot.conversation.Remark;
import org.rapport.knowledge.gaps.Gap;

/** What askers said was wrong, put to the groups that name their questions. */
final class GapRemarks {
  private final List<Remark> remarks;
  private final Set<String> named;

  GapRemarks(List<Gap> gaps, List<Remark> remarks) {
    this.remarks = List.copyOf(remarks);
    this.named = gaps.stream().flatMap(gap -> wordings(gap).stream()).collect(Collectors.toSet());
  }

  /** Those about a question that the group names. */
  List<Remark> of(Gap gap) {
    Set<String> wordings = wordings(gap);
    return remarks.stream().filter(remark -> wordings.contains(key(remark.question()))).toList();
  }

  /** Those about questions that no group names, as it names a few only. */
  List<Remark> ofNoGroup() {
    return remarks.stream().filter(remark -> !named.contains(key(remark.question()))).toList();
  }

  /** One remark in a line. */
  static String line(Remark remark) {
    String because = remark.because().id().replace('-', ' ');
    return remark.words().isEmpty() ? because : because + ": " + remark.words();
  }

  private static Set<String> wordings(Gap gap) {
    return Stream.concat(Stream.of(gap.title()), gap.otherWordings().stream())
        .map(GapRemarks::key)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Wordings that differ in capitals and marks are one to a group. */
  private static String key(String question) {
    return question.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
