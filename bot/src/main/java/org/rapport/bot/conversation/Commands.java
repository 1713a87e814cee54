package org.rapport.bot.conversation;

import java.util.Optional;
import java.util.function.Consumer;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.privacy.PersonalData;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.History;
import org.rapport.bot.store.StoreAway;
import org.rapport.knowledge.Answer;

/** Does what people tell the coach to do. What others may read is never said where they read. */
public final class Commands {
  private final RoleCommands roles;
  private final PreferenceCommands preferences;
  private final LinkCommands links;
  private final DataCommands data;
  private final NudgeCommands nudges;
  private final CampaignCommands campaigns;
  private final PeopleCommands people;
  private final ExpertCommands experts;
  private final FreezeCommands freeze;
  private final CalendarCommands calendar;
  private final AdminCommands admins;
  private final History history;
  private final CommandMessages messages;

  public Commands(
      RoleCommands roles,
      PreferenceCommands preferences,
      LinkCommands links,
      DataCommands data,
      NudgeCommands nudges,
      CampaignCommands campaigns,
      PeopleCommands people,
      ExpertCommands experts,
      FreezeCommands freeze,
      CalendarCommands calendar,
      AdminCommands admins,
      History history,
      Wording wording) {
    this.roles = roles;
    this.preferences = preferences;
    this.links = links;
    this.data = data;
    this.nudges = nudges;
    this.campaigns = campaigns;
    this.people = people;
    this.experts = experts;
    this.freeze = freeze;
    this.calendar = calendar;
    this.admins = admins;
    this.history = history;
    this.messages = new CommandMessages(wording);
  }

  /**
   * Does it and says what came of it, for the asker's eyes alone.
   *
   * @param forgetting forgets an address in what is not in the database
   * @return empty if it turns out to be no command here
   * @throws StoreAway while the database is away
   */
  Optional<Reply> reply(Incoming.Asked asked, Command command, Consumer<Address> forgetting) {
    if (asked.inPublic() && isPersonal(command)) {
      return privately(messages.brief("commands.in-public"));
    }
    return done(asked, command, forgetting);
  }

  /** Keeps what somebody asked for them, if they turned that on and it may be kept. */
  void remember(Address from, PersonalData words, Answer answer) {
    if (words.isDropped() || words.words().isBlank()) {
      return;
    }
    if (answer instanceof Answer.Found found) {
      history.add(from, words.kept(), Optional.of(found.title()), Optional.of(found.section()));
    } else {
      history.add(from, words.kept(), Optional.empty(), Optional.empty());
    }
  }

  private Optional<Reply> done(
      Incoming.Asked asked, Command command, Consumer<Address> forgetting) {
    Address from = asked.from();
    return switch (command) {
      case Command.MyData _ -> Optional.of(data.show(from));
      case Command.ForgetMe _ -> privately(data.confirm());
      case Command.ForgetMeNow _ -> privately(data.forget(from, forgetting));
      case Command.ShowSettings _ -> privately(preferences.show(from));
      case Command.ShowNudge _ -> privately(nudges.next(from));
      case Command.CheckPost check ->
          privately(nudges.check(from, check.words(), check.platform()));
      case Command.Pause pause -> privately(preferences.pause(from, pause.day()));
      case Command.Stop _ -> privately(preferences.stop(from));
      case Command.Start _ -> preferences.start(from).flatMap(Commands::privately);
      case Command.ShowHistory _ -> privately(preferences.showHistory(from));
      case Command.KeepHistory keep -> privately(preferences.keepHistory(from, keep.on()));
      case Command.ShowCalendar _ -> privately(calendar.show(from));
      case Command.NewCalendar _ -> privately(calendar.renew(from));
      case Command.StopCalendar _ -> privately(calendar.stop(from));
      case Command.ShowRoles _ -> privately(roles.show(from));
      case Command.Grant grant -> privately(roles.grant(from, grant));
      case Command.ListCampaigns _ -> privately(campaigns.list(from));
      case Command.Campaign wanted -> privately(campaigns.step(from, wanted.step(), wanted.id()));
      case Command.ImportPeople add -> privately(people.add(asked, add.group()));
      case Command.PreviewCampaign wanted ->
          privately(campaigns.preview(from, wanted.id(), wanted.who()));
      case Command.MakeLink _ -> privately(links.code(from));
      case Command.Link link -> privately(links.link(from, link.code()));
      case Command.MakeJoin _ -> privately(links.joinCode(from));
      case Command.Join join -> privately(links.join(from, join.code()));
      case Command.ConfirmJoin confirm -> privately(links.confirmJoin(from, confirm.request()));
      case Command.AskExpert _ -> privately(experts.offer());
      case Command.ShowExpertQuestions _ -> privately(experts.show(from));
      case Command.Freeze stop -> privately(freeze.freeze(from, stop.reason()));
      case Command.Unfreeze _ -> privately(freeze.unfreeze(from));
      case Command.Admin admin -> privately(admins.reply(asked, admin.task()));
    };
  }

  /** Whether its reply or its code is for their own chat with the bot. */
  private static boolean isPersonal(Command command) {
    return switch (command) {
      case Command.MyData _,
          Command.ForgetMe _,
          Command.ForgetMeNow _,
          Command.ShowSettings _,
          Command.ShowNudge _,
          Command.CheckPost _,
          Command.ShowHistory _,
          Command.KeepHistory _,
          Command.ShowCalendar _,
          Command.NewCalendar _,
          Command.StopCalendar _,
          Command.MakeLink _,
          Command.Link _,
          Command.MakeJoin _,
          Command.Join _,
          Command.ConfirmJoin _,
          Command.ShowExpertQuestions _ ->
          true;
      case Command.Pause _,
          Command.Stop _,
          Command.Start _,
          Command.ShowRoles _,
          Command.Grant _,
          Command.ListCampaigns _,
          Command.Campaign _,
          Command.ImportPeople _,
          Command.PreviewCampaign _,
          Command.AskExpert _,
          Command.Freeze _,
          Command.Unfreeze _,
          Command.Admin _ ->
          false;
    };
  }

  private static Optional<Reply> privately(Message message) {
    return Optional.of(new Reply(message, true));
  }
}
