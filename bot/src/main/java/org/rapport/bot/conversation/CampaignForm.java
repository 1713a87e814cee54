package org.rapport.bot.conversation;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapport.bot.campaign.Audience;
import org.rapport.bot.campaign.Campaigns;
import org.rapport.bot.campaign.Kind;
import org.rapport.bot.campaign.Lead;
import org.rapport.bot.campaign.Leads;
import org.rapport.bot.campaign.Nudge;
import org.rapport.bot.campaign.Plan;
import org.rapport.bot.campaign.When;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Field;
import org.rapport.bot.message.Form;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.people.Group;
import org.rapport.bot.people.Position;
import org.rapport.bot.people.Preferences;

/**
 * A campaign of one nudge, of one a week, or the weekly coach, drafted in chat. Whatever else a
 * plan can say is for the command line.
 */
public final class CampaignForm implements FormPage {
  static final String ID = "campaign";

  private static final String NAME = "name";
  private static final String KIND = "kind";
  private static final String WORDS = "words";
  private static final String SECOND = "second";
  private static final String THIRD = "third";
  private static final String DAY = "day";
  private static final String TIME = "time";
  private static final String POSITIONS = "positions";
  private static final String LIST = "list";
  private static final String EVERYBODY = "everybody";
  private static final String NUMBERED = "list-";
  private static final int MOST_LISTS = 50;
  private static final int LONGEST_LABEL = 75;

  private final Leads leads;
  private final Campaigns campaigns;
  private final Enrolments enrolments;
  private final CampaignCommands commands;
  private final InstantSource clock;
  private final Wording wording;
  private final CommandMessages briefly;

  public CampaignForm(
      Leads leads,
      Campaigns campaigns,
      Enrolments enrolments,
      CampaignCommands commands,
      InstantSource clock,
      Wording wording) {
    this.leads = leads;
    this.campaigns = campaigns;
    this.enrolments = enrolments;
    this.commands = commands;
    this.clock = clock;
    this.wording = wording;
    this.briefly = new CommandMessages(wording);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public FormReply open(Address from, String about) {
    return switch (leads.of(from)) {
      case Leads.Access.Granted granted -> new FormReply.Show(form(granted.lead()));
      case Leads.Access.NotAllowed refused -> notAllowed(from, refused);
    };
  }

  @Override
  public FormReply take(Address from, Form form, Entered entered) {
    return switch (leads.of(from)) {
      case Leads.Access.Granted granted -> take(granted.lead(), form, entered);
      case Leads.Access.NotAllowed refused -> notAllowed(from, refused);
    };
  }

  private Reply notAllowed(Address from, Leads.Access.NotAllowed refused) {
    return new Reply(briefly.refused("campaign.not-lead", from, refused.admins()), true);
  }

  private FormReply take(Lead lead, Form form, Entered entered) {
    Map<String, String> problems = problems(entered);
    return problems.isEmpty()
        ? new Reply(commands.show(campaigns.create(lead, plan(lead, entered))), true)
        : new FormReply.Mend(form.filled(entered), problems);
  }

  private Map<String, String> problems(Entered entered) {
    boolean hasWords = !nudges(entered).isEmpty();
    if (kind(entered) == Kind.WEEKLY && hasWords) {
      return Map.of(WORDS, wording.words("campaign.form.no-words"));
    }
    if (kind(entered) != Kind.WEEKLY && entered.one(WORDS).isEmpty()) {
      return Map.of(WORDS, wording.words("form.missing"));
    }
    if (kind(entered) == Kind.ONE_OFF && nudges(entered).size() > 1) {
      return Map.of(SECOND, wording.words("campaign.form.one-nudge"));
    }
    return day(entered).isBefore(today())
        ? Map.of(DAY, wording.words("campaign.form.no-day"))
        : Map.of();
  }

  private Plan plan(Lead lead, Entered entered) {
    LocalDateTime start =
        day(entered).atTime(entered.one(TIME).flatMap(Field.Time::read).orElseThrow());
    return new Plan(
        entered.one(NAME).orElseThrow().replaceAll("\\s+", " "),
        kind(entered),
        nudges(entered),
        When.once(start, Optional.empty()),
        new Audience(group(lead, entered), Group.ANYBODY));
  }

  private static List<Nudge> nudges(Entered entered) {
    return List.of(WORDS, SECOND, THIRD).stream()
        .flatMap(field -> entered.one(field).stream())
        .map(Nudge::ofWords)
        .toList();
  }

  private Group group(Lead lead, Entered entered) {
    Set<Position> positions =
        entered.all(POSITIONS).stream()
            .flatMap(id -> Position.of(id).stream())
            .collect(Collectors.toUnmodifiableSet());
    Set<String> named =
        entered
            .one(LIST)
            .filter(id -> id.startsWith(NUMBERED))
            .map(id -> Integer.parseInt(id.substring(NUMBERED.length())))
            .map(lists(lead)::get)
            .map(Set::of)
            .orElseGet(Set::of);
    return new Group(positions, Set.of(), Set.of(), Set.of(), named);
  }

  private Form form(Lead lead) {
    return new Form(
        ID,
        wording.words("campaign.new"),
        List.of(new Block.Paragraph(wording.text("campaign.form.intro"))),
        List.of(
            new Field.Words(ask(NAME, false), false, Plan.LONGEST_NAME, ""),
            new Field.OneOf(ask(KIND, false), kinds(), Optional.of(Kind.ONE_OFF.id())),
            words(WORDS),
            words(SECOND),
            words(THIRD),
            new Field.Day(ask(DAY, false), Optional.of(today().plusDays(1))),
            new Field.Time(ask(TIME, false), Optional.of(LocalTime.of(9, 0))),
            new Field.SomeOf(ask(POSITIONS, true), positions(), List.of()),
            new Field.OneOf(ask(LIST, false), options(lead), Optional.of(EVERYBODY))),
        wording.words("campaign.form.submit"),
        wording.words("form.missing"),
        "");
  }

  private Field words(String id) {
    return new Field.Words(ask(id, true), true, Nudge.LONGEST_WORDS, "");
  }

  private List<Field.Option> kinds() {
    return Arrays.stream(Kind.values())
        .map(kind -> new Field.Option(kind.id(), wording.words("campaign.kind." + kind.id())))
        .toList();
  }

  private List<Field.Option> positions() {
    return Arrays.stream(Position.values())
        .map(each -> new Field.Option(each.id(), wording.words("position." + each.id())))
        .toList();
  }

  private List<Field.Option> options(Lead lead) {
    List<Field.Option> options = new ArrayList<>();
    options.add(new Field.Option(EVERYBODY, wording.words("campaign.form.everybody")));
    List<String> lists = lists(lead);
    for (int i = 0; i < lists.size(); i++) {
      String name = lists.get(i);
      options.add(
          new Field.Option(
              NUMBERED + i, name.substring(0, Math.min(name.length(), LONGEST_LABEL))));
    }
    return options;
  }

  private List<String> lists(Lead lead) {
    return enrolments.lists(lead.organisation()).stream().limit(MOST_LISTS).toList();
  }

  private Field.Ask ask(String id, boolean optional) {
    return new Field.Ask(
        id,
        wording.words("campaign.form." + id),
        wording.words("campaign.form." + id + ".hint"),
        optional);
  }

  private static Kind kind(Entered entered) {
    return entered.one(KIND).flatMap(Kind::of).orElseThrow();
  }

  private static LocalDate day(Entered entered) {
    return entered.one(DAY).flatMap(Field.Day::read).orElseThrow();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Preferences.USUAL.zone());
  }
}
