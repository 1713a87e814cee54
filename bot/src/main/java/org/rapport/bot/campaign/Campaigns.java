package org.rapport.bot.campaign;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.audit.Deed;
import org.rapport.bot.delivery.Ledger;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * The life of campaigns: whoever runs them does it here, from chat, the command line or elsewhere.
 * Every change, and every refusal to make one, is in the audit trail. Every call throws {@link
 * StoreAway} while the database is away.
 */
public final class Campaigns {
  /** As many as anybody reads; the others are found by archiving. */
  public static final int MOST_LISTED = 500;

  private static final String ACTION = "campaign ";

  private final Store store;
  private final Ledger ledger;
  private final Audit audit;
  private final InstantSource clock;

  public Campaigns(Store store, Ledger ledger, Audit audit, InstantSource clock) {
    this.store = store;
    this.ledger = ledger;
    this.audit = audit;
    this.clock = clock;
  }

  /** The campaigns of the lead's organisation, last changed first. */
  public List<Campaign> list(Lead lead, boolean archivedToo) {
    return store.read(
        handle -> CampaignTables.list(handle, lead.organisation(), archivedToo, MOST_LISTED));
  }

  /** A campaign of the lead's organisation. */
  public Optional<Campaign> find(Lead lead, String id) {
    return find(lead.organisation(), id);
  }

  /** A campaign of an organisation. */
  public Optional<Campaign> find(String organisation, String id) {
    return store.read(handle -> CampaignTables.find(handle, organisation, id));
  }

  /** What the lead's organisation holds its campaigns to. */
  public Rules rules(Lead lead) {
    return store.read(handle -> RulesTables.of(handle, lead.organisation()));
  }

  /** Holds the campaigns of the lead's organisation to other rules. */
  public void rules(Lead lead, Rules rules) {
    store.run(handle -> {
      RulesTables.put(handle, lead.organisation(), rules);
      note(handle, lead, "rules", "", Deed.Result.DONE, rules.toString());
    });
  }

  /** Makes a draft. */
  public Campaign create(Lead lead, Plan plan) {
    return create(lead, plan, false);
  }

  /** Makes a template, which is only there to be copied. */
  public Campaign createTemplate(Lead lead, Plan plan) {
    return create(lead, plan, true);
  }

  /** Makes a draft with the plan of a campaign or template under another name. */
  public Change duplicate(Lead lead, String id, String name) {
    return find(lead, id)
        .<Change>map(one -> new Change.Done(create(lead, one.plan().named(name), false)))
        .orElseGet(Change.NotFound::new);
  }

  /** Changes the plan; what somebody agreed to is no longer agreed to. */
  public Change edit(Lead lead, String id, Plan plan) {
    return change(lead, id, "edit", State.EDITABLE, (handle, now) -> edit(handle, lead, now, plan));
  }

  /** Asks for a second person to agree. */
  public Change submit(Lead lead, String id) {
    return change(
        lead,
        id,
        "submit",
        EnumSet.of(State.DRAFT),
        (handle, now) -> kept(handle, now.in(State.IN_REVIEW)));
  }

  /** Agrees to a plan, which then begins by itself at its time. */
  public Change approve(Lead lead, String id) {
    return change(
        lead,
        id,
        "approve",
        EnumSet.of(State.DRAFT, State.IN_REVIEW, State.PAUSED),
        (handle, now) -> approve(handle, lead, now));
  }

  /** Lets a draft, or what was agreed to, begin by itself at its time. */
  public Change start(Lead lead, String id) {
    return change(
        lead,
        id,
        "start",
        EnumSet.of(State.DRAFT, State.IN_REVIEW),
        (handle, now) -> start(handle, now));
  }

  /** Begins now: the first nudge comes at the next moment that suits each person. */
  public Change startNow(Lead lead, String id) {
    return change(
        lead,
        id,
        "start now",
        EnumSet.of(State.DRAFT, State.IN_REVIEW, State.SCHEDULED),
        (handle, now) -> start(handle, now.at(beginning(now.plan()))));
  }

  /** Holds everything up; what is not sent yet waits. */
  public Change pause(Lead lead, String id) {
    return change(
        lead,
        id,
        "pause",
        EnumSet.of(State.SCHEDULED, State.RUNNING),
        (handle, now) -> kept(handle, now.in(State.PAUSED)));
  }

  /** Goes on; what has become too late is left out. */
  public Change resume(Lead lead, String id) {
    return change(lead, id, "resume", EnumSet.of(State.PAUSED), this::resume);
  }

  /** Ends it; what is not sent yet never will be. */
  public Change cancel(Lead lead, String id) {
    Change change =
        change(
            lead,
            id,
            "cancel",
            EnumSet.complementOf(EnumSet.of(State.FINISHED, State.CANCELLED)),
            (handle, now) -> {
              CampaignTables.next(handle, now, Optional.empty(), Optional.empty());
              return kept(handle, now.in(State.CANCELLED));
            });
    if (change instanceof Change.Done) {
      ledger.skipPlanned(lead.organisation(), id, Reason.CANCELLED.code());
    }
    return change;
  }

  /** Leaves it out of lists. */
  public Change archive(Lead lead, String id) {
    return change(
        lead,
        id,
        "archive",
        EnumSet.of(State.DRAFT, State.FINISHED, State.CANCELLED),
        (handle, now) -> kept(handle, now.inArchive()));
  }

  private Campaign create(Lead lead, Plan plan, boolean template) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Campaign made =
        new Campaign(
            CampaignId.fresh(),
            lead.organisation(),
            plan,
            State.DRAFT,
            1,
            template,
            false,
            lead.id(),
            Optional.empty(),
            now,
            now,
            false,
            1,
            Optional.empty());
    store.run(handle -> {
      CampaignTables.add(handle, made);
      note(handle, lead, "create", made.id(), Deed.Result.DONE, "version 1");
    });
    return made;
  }

  private Change change(
      Lead lead,
      String id,
      String verb,
      Set<State> expected,
      BiFunction<Handle, Campaign, Change> step) {
    return store.write(handle -> {
      Change change =
          CampaignTables.held(handle, lead.organisation(), id)
              .map(now -> changed(handle, now, expected, step))
              .orElseGet(Change.NotFound::new);
      Deed.Result result = change instanceof Change.Done ? Deed.Result.DONE : Deed.Result.REFUSED;
      note(handle, lead, verb, CampaignId.shown(id), result, detail(change));
      return change;
    });
  }

  /** What stops a campaign does so while it is planned; nothing else may change it then. */
  private Change changed(
      Handle handle, Campaign now, Set<State> expected, BiFunction<Handle, Campaign, Change> step) {
    if (!expected.contains(now.state())) {
      return new Change.NotNow(now, expected);
    }
    boolean waits = !expected.contains(State.RUNNING);
    return waits && CampaignTables.isLeased(handle, now, clock.instant())
        ? new Change.Busy(now)
        : step.apply(handle, now);
  }

  private Change edit(Handle handle, Lead lead, Campaign before, Plan plan) {
    Campaign edited = before.edited(plan, lead.id());
    return switch (before.state()) {
      case SCHEDULED ->
          needsApproval(handle, edited)
              ? unscheduled(handle, edited.in(State.IN_REVIEW))
              : scheduled(handle, edited);
      case PAUSED -> edited.begun() ? goingOn(handle, edited) : unscheduled(handle, edited);
      case DRAFT, IN_REVIEW, RUNNING, FINISHED, CANCELLED -> kept(handle, edited);
    };
  }

  private Change approve(Handle handle, Lead lead, Campaign now) {
    if (needsApproval(handle, now) && now.editedBy().equals(lead.id())) {
      return new Change.NeedsAnother(now);
    }
    Campaign approved = now.approved(lead.id());
    return now.state() == State.PAUSED ? kept(handle, approved) : start(handle, approved);
  }

  private Change start(Handle handle, Campaign now) {
    if (now.template()) {
      return new Change.NotNow(now, Set.of());
    }
    return isAgreed(handle, now) ? scheduled(handle, now) : new Change.NeedsApproval(now);
  }

  private Change resume(Handle handle, Campaign now) {
    if (!isAgreed(handle, now)) {
      return new Change.NeedsApproval(now);
    }
    return now.begun() ? kept(handle, now.in(State.RUNNING)) : scheduled(handle, now);
  }

  private Change scheduled(Handle handle, Campaign now) {
    Optional<Occurrence> first = new Timetable(now.plan()).first(clock.instant());
    if (first.isEmpty()) {
      return new Change.NoDateLeft(now);
    }
    CampaignTables.next(handle, now, first, first.map(Timetable::planAt));
    return kept(handle, now.in(State.SCHEDULED));
  }

  private Change unscheduled(Handle handle, Campaign now) {
    CampaignTables.next(handle, now, Optional.empty(), Optional.empty());
    return kept(handle, now);
  }

  /** With another plan, what was sent stays sent, and the next number follows. */
  private Change goingOn(Handle handle, Campaign edited) {
    Optional<Occurrence> next =
        new Timetable(edited.plan()).goingOn(edited.nextNumber(), clock.instant());
    Instant run = next.map(Timetable::planAt).orElseGet(clock::instant);
    CampaignTables.next(handle, edited, next, Optional.of(run));
    return kept(handle, edited);
  }

  private When beginning(Plan plan) {
    When when = plan.when();
    ZoneId zone = when.zone().orElse(Preferences.USUAL.zone());
    LocalDateTime now =
        LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.MINUTES);
    return switch (plan.kind()) {
      case WEEKLY -> new When(monday(now), when.rule(), when.until(), when.zone(), when.tooLate());
      case ONE_OFF, SEQUENCE ->
          new When(now, when.rule(), when.until(), Optional.of(zone), when.tooLate());
    };
  }

  private static LocalDateTime monday(LocalDateTime now) {
    return now.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private boolean needsApproval(Handle handle, Campaign now) {
    return RulesTables.of(handle, now.organisation()).needsApproval();
  }

  private boolean isAgreed(Handle handle, Campaign now) {
    return now.approvedBy().isPresent() || !needsApproval(handle, now);
  }

  private Change kept(Handle handle, Campaign campaign) {
    CampaignTables.put(handle, campaign, clock.instant());
    return new Change.Done(
        CampaignTables.find(handle, campaign.organisation(), campaign.id()).orElseThrow());
  }

  private static String detail(Change change) {
    return switch (change) {
      case Change.Done done -> "version " + done.campaign().version();
      case Change.NotFound _ -> "no such campaign";
      case Change.NotNow not -> "is " + not.campaign().state().id();
      case Change.Busy _ -> "is being planned";
      case Change.NeedsApproval _ -> "needs approval";
      case Change.NeedsAnother _ -> "their own plan";
      case Change.NoDateLeft _ -> "no date left";
    };
  }

  private void note(
      Handle handle, Lead lead, String verb, String subject, Deed.Result result, String detail) {
    audit.note(
        handle,
        lead.actor(),
        new Deed(lead.organisation(), ACTION + verb, subject, result, detail));
  }
}
