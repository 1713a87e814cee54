package org.rapport.bot.cli;

import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.App;
import org.rapport.bot.CampaignParts;
import org.rapport.bot.KeyChoice;
import org.rapport.bot.NudgeWiring;
import org.rapport.bot.RostersOnDemand;
import org.rapport.bot.Settings;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.campaign.Campaign;
import org.rapport.bot.campaign.Change;
import org.rapport.bot.campaign.Lead;
import org.rapport.bot.campaign.State;
import org.rapport.bot.campaign.nudge.CampaignPreviews;
import org.rapport.bot.people.Admins;
import org.rapport.bot.people.KeyedHash;
import org.rapport.bot.people.Organisation;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Roles;
import org.rapport.bot.people.Workspaces;
import org.rapport.bot.store.Store;

/** The campaigns of one organisation in the database, for one command. */
final class OpenCampaigns implements AutoCloseable {
  private final Store store;
  private final CampaignParts parts;
  private final CampaignPreviews previews;
  private final Lead lead;
  private final Workspaces workspaces;

  private OpenCampaigns(Store store, Settings settings, @Nullable String organisation) {
    this.store = store;
    InstantSource clock = InstantSource.system();
    People people = new People(store, clock);
    Audit audit = new Audit(store, clock);
    KeyedHash hash = new KeyChoice(settings).readOrMake()::macs;
    this.parts =
        CampaignParts.wired(
            settings,
            store,
            hash,
            people,
            new Roles(store, new Admins(settings.admins()), audit, clock),
            audit,
            new RostersOnDemand(settings, store, clock),
            clock);
    this.workspaces = new Workspaces(store);
    this.previews =
        NudgeWiring.of(store, people, audit, hash, App.wording(settings), clock).previews();
    Organisation whose = OneOrganisation.among(people.organisations(), organisation);
    this.lead = parts.leads().operator(whose.id(), OpenReleases.actor());
  }

  /**
   * Opens them.
   *
   * @param organisation its id; may be left out where there is only one
   * @throws Refusal if the database is not of this version, or it is not clear which organisation
   */
  static OpenCampaigns of(Settings settings, @Nullable String organisation) {
    Store store = OpenDatabase.of(settings);
    try {
      return new OpenCampaigns(store, settings, organisation);
    } catch (RuntimeException failed) {
      store.close();
      throw failed;
    }
  }

  CampaignParts parts() {
    return parts;
  }

  /** Shows what they would say. */
  CampaignPreviews previews() {
    return previews;
  }

  /** Whoever runs the command. */
  Lead lead() {
    return lead;
  }

  /** Which workspaces are the organisation's. */
  Workspaces workspaces() {
    return workspaces;
  }

  /**
   * A campaign by its id.
   *
   * @throws Refusal if there is none
   */
  Campaign campaign(String id) {
    return parts.campaigns().find(lead, id).orElseThrow(OpenCampaigns::none);
  }

  /**
   * The campaign once it is changed.
   *
   * @throws Refusal saying why it is not
   */
  static Campaign done(Change change) {
    return switch (change) {
      case Change.Done done -> done.campaign();
      case Change.NotFound _ -> throw none();
      case Change.NotNow not -> throw new Refusal(notNow(not));
      case Change.Busy _ ->
          throw new Refusal("The campaign is being planned at this moment; try again in a minute");
      case Change.NeedsApproval waits ->
          throw new Refusal(
              "A second person has to agree first: rapport campaign approve "
                  + waits.campaign().id());
      case Change.NeedsAnother _ ->
          throw new Refusal("Somebody else has to agree to it: the plan is your own");
      case Change.NoDateLeft _ ->
          throw new Refusal("No date of the campaign is still to come; edit when it starts");
    };
  }

  private static Refusal none() {
    return new Refusal("There is no such campaign; rapport campaign list shows those there are");
  }

  private static String notNow(Change.NotNow not) {
    if (not.campaign().template()) {
      return "The campaign is a template; make one of it with rapport campaign duplicate";
    }
    return "The campaign is "
        + not.campaign().state().id()
        + "; that can be done while it is "
        + ids(not.expected());
  }

  private static String ids(Set<State> states) {
    return states.stream().sorted().map(State::id).collect(Collectors.joining(" or "));
  }

  @Override
  public void close() {
    store.close();
  }
}
