package org.rapport.bot.campaign;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.rapport.bot.people.AddressText;

/** Writes campaigns, and all that is counted of them, as JSON for other programs. */
public final class CampaignJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CampaignJson() {}

  /** A campaign with its plan. */
  public static ObjectNode of(Campaign campaign) {
    ObjectNode node = brief(campaign);
    node.set("plan", PlanJson.of(campaign.plan()));
    return node;
  }

  /** A campaign without its plan, as in a list. */
  public static ObjectNode brief(Campaign campaign) {
    return JSON.createObjectNode()
        .put("id", campaign.id())
        .put("name", campaign.plan().name())
        .put("kind", campaign.plan().kind().id())
        .put("state", campaign.state().id())
        .put("version", campaign.version())
        .put("approved", campaign.approvedBy().isPresent())
        .put("template", campaign.template())
        .put("archived", campaign.archived())
        .put("changedAt", campaign.changedAt().toString())
        .put("next", campaign.next().map(next -> next.occasion().id()).orElse(null));
  }

  /** Who would get the next nudge. */
  public static ObjectNode of(Preflight preflight) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("next", preflight.occurrence().map(Occurrence::id).orElse(null))
            .put("gets", preflight.gets());
    counts(node.putObject("misses"), preflight.misses());
    preflight
        .unread()
        .ifPresent(unread ->
            node.putObject("unread").put("channel", unread.place()).put("reason", unread.reason()));
    ArrayNode who = node.putArray("who");
    preflight
        .who()
        .forEach(each ->
            who.addObject()
                .put("address", AddressText.of(each.address()))
                .put("reason", each.reason()));
    return node;
  }

  /** What became of a campaign. */
  public static ObjectNode of(Outcomes outcomes) {
    ObjectNode node = JSON.createObjectNode();
    add(node.putObject("total"), outcomes.total());
    ArrayNode nudges = node.putArray("nudges");
    outcomes
        .nudges()
        .forEach(each -> {
          ObjectNode nudge =
              nudges.addObject().put("number", each.number()).put("occurrence", each.occurrence());
          add(nudge, each.group());
        });
    ArrayNode days = node.putArray("days");
    outcomes
        .days()
        .forEach(
            each -> days.addObject().put("day", each.day().toString()).put("sent", each.sent()));
    return node;
  }

  /** What came of an import. */
  public static ObjectNode of(PeopleImport.Report report) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("added", report.added())
            .put("changed", report.changed())
            .put("refused", report.refused());
    ArrayNode bad = node.putArray("bad");
    report
        .bad()
        .forEach(row -> bad.addObject().put("line", row.line()).put("reason", row.reason()));
    return node;
  }

  /** What came of enrolling the people of a group that was read. */
  public static ObjectNode of(RosterImport.Outcome.Taken taken) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("name", taken.name())
            .put("added", taken.added())
            .put("already", taken.already())
            .put("refused", taken.refused());
    ArrayNode who = node.putArray("who");
    taken
        .who()
        .forEach(each ->
            who.addObject()
                .put("address", AddressText.of(each.address()))
                .put("reason", each.reason()));
    return node;
  }

  /** What an organisation holds its campaigns to. */
  public static ObjectNode of(Rules rules) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("needsApproval", rules.needsApproval())
            .put("weeklyCap", rules.weeklyCap())
            .put("ignoredLimit", rules.ignoredLimit());
    ArrayNode quiet = node.putArray("quiet");
    rules.quiet().stream().map(Days::written).forEach(quiet::add);
    return node;
  }

  private static void add(ObjectNode node, Outcomes.Group group) {
    node.put("planned", group.planned()).put("sent", group.sent());
    counts(node.putObject("skipped"), group.skipped());
    counts(node.putObject("failed"), group.failed());
    node.put("unconfirmed", group.unconfirmed());
    group.done().ifPresent(done -> add(node.putObject("people"), done));
  }

  private static void add(ObjectNode node, Outcomes.Done done) {
    add(node.putObject("acted"), done.acted());
    add(node.putObject("done"), done.done());
    add(node.putObject("notForMe"), done.notForMe());
    add(node.putObject("alreadyJoined"), done.alreadyJoined());
    add(node.putObject("snoozed"), done.snoozed());
    add(node.putObject("stopped"), done.stopped());
  }

  private static void add(ObjectNode node, Outcomes.Share share) {
    node.put("count", share.people())
        .put("low", rounded(share.interval().low()))
        .put("high", rounded(share.interval().high()));
  }

  private static double rounded(double share) {
    return Math.round(share * 10_000) / 10_000.0;
  }

  private static void counts(ObjectNode node, Map<String, Integer> counts) {
    new TreeMap<>(counts).forEach(node::put);
  }
}
