package org.rapport.bot.conversation;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.AdminWiring;
import org.rapport.bot.CampaignParts;
import org.rapport.bot.ChannelRosters;
import org.rapport.bot.ChatCommands;
import org.rapport.bot.ExpertWiring;
import org.rapport.bot.NudgeWiring;
import org.rapport.bot.SettingsReader;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.campaign.TestSends;
import org.rapport.bot.delivery.Freeze;
import org.rapport.bot.delivery.SingleSends;
import org.rapport.bot.people.KeyedHash;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Roles;
import org.rapport.bot.release.Releases;
import org.rapport.bot.release.Replica;
import org.rapport.bot.release.Uploads;
import org.rapport.bot.store.Store;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.embed.KnownVectors;

/** All commands, as the server wires them, for tests of a coach without a server. */
final class WiredCommands {
  private WiredCommands() {}

  static Commands of(
      Store store,
      Knowledge knowledge,
      People people,
      Roles roles,
      QuestionLog questions,
      KeyedHash hash,
      Notices notices,
      Wording wording,
      InstantSource clock) {
    Audit audit = new Audit(store, clock);
    ExpertWiring experts =
        new ExpertWiring(
            store, knowledge, people, roles, audit, questions, notices, wording, clock);
    return of(store, knowledge, people, roles, questions, hash, notices, experts, wording, clock);
  }

  static Commands of(
      Store store,
      Knowledge knowledge,
      People people,
      Roles roles,
      QuestionLog questions,
      KeyedHash hash,
      Notices notices,
      ExpertWiring experts,
      Wording wording,
      InstantSource clock) {
    Audit audit = new Audit(store, clock);
    AdminWiring admins = new AdminWiring(store, people, roles, audit, notices, wording, clock);
    Releases releases =
        new Releases(
            store, knowledge, new Replica(store, knowledge), KnownVectors.NONE, audit, clock);
    NudgeWiring nudges = NudgeWiring.of(store, people, audit, hash, wording, clock);
    CampaignParts campaigns =
        CampaignParts.wired(
            new SettingsReader(Map.of(), Path.of("")).read(),
            store,
            hash,
            people,
            roles,
            audit,
            new ChannelRosters(),
            clock);
    return ChatCommands.wired(
        store,
        people,
        roles,
        audit,
        questions,
        nudges.commands(),
        campaigns.commands(
            nudges.previews(),
            new TestSends(
                kind -> Optional.empty(),
                new SingleSends(store, clock),
                new Freeze(store, audit, clock),
                audit),
            wording),
        campaigns.peopleCommands(new LongWork(notices, wording), wording),
        hash,
        URI.create("https://rapport.example"),
        notices,
        experts.commands(),
        admins.freeze(),
        admins.admins(
            knowledge,
            releases,
            () -> Uploads.besideShipped(store, releases, clock),
            experts.places()),
        wording,
        clock);
  }
}
