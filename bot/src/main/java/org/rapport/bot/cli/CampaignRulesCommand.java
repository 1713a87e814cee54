package org.rapport.bot.cli;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.campaign.CampaignJson;
import org.rapport.bot.campaign.Days;
import org.rapport.bot.campaign.Rules;
import org.rapport.knowledge.library.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "rules",
    description = "Shows, and changes, what all campaigns of the organisation are held to.")
final class CampaignRulesCommand extends CampaignAccess {
  @Option(
      names = "--approval",
      negatable = true,
      description = "Whether a second person must agree to each campaign.")
  private @Nullable Boolean approval;

  @Option(
      names = "--cap",
      paramLabel = "NUMBER",
      description = "The most nudges that a person gets in seven days, 1 to 7.")
  private @Nullable Integer cap;

  @Option(
      names = "--ignored",
      paramLabel = "NUMBER",
      description = "After so many in a row with no answer they come once a month, 1 to 13.")
  private @Nullable Integer ignored;

  @Option(
      names = "--quiet",
      paramLabel = "DAYS",
      description = {
        "Days without any nudge, such as 2027-03-22..2027-05-06; in place of those there were.",
        "May be given several times; none for none at all."
      })
  private @Nullable List<String> quiet;

  CampaignRulesCommand(Supplier<SettingsReader> settings, Terminal terminal) {
    super(settings, terminal);
  }

  @Override
  public Integer call() {
    return print(open -> {
      Rules before = open.parts().campaigns().rules(open.lead());
      Rules wanted = after(before);
      if (!wanted.equals(before)) {
        open.parts().campaigns().rules(open.lead(), wanted);
      }
      return CampaignJson.of(wanted);
    });
  }

  private Rules after(Rules before) {
    return new Rules(
        approval == null ? before.needsApproval() : approval,
        cap == null ? before.weeklyCap() : cap,
        ignored == null ? before.ignoredLimit() : ignored,
        quiet == null ? before.quiet() : quiet.stream().flatMap(this::days).toList());
  }

  private Stream<Span> days(String typed) {
    return typed.equals("none")
        ? Stream.empty()
        : Stream.of(
            Days.read(typed)
                .orElseThrow(() -> new Refusal("Expected " + Days.EXPECTED + ", not " + typed)));
  }
}
