package org.rapport.bot;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.campaign.schedule.BankHolidays;
import org.rapport.bot.conversation.ButtonHandler;
import org.rapport.bot.conversation.ExpertAnswerForm;
import org.rapport.bot.conversation.ExpertAskForm;
import org.rapport.bot.conversation.ExpertButtons;
import org.rapport.bot.conversation.ExpertCommands;
import org.rapport.bot.conversation.ExpertPosting;
import org.rapport.bot.conversation.FormPage;
import org.rapport.bot.conversation.GuidanceDrafts;
import org.rapport.bot.conversation.Notices;
import org.rapport.bot.conversation.QuestionLog;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.expert.ExpertDesk;
import org.rapport.bot.expert.ExpertPlaces;
import org.rapport.bot.expert.ExpertPosts;
import org.rapport.bot.expert.ExpertRecords;
import org.rapport.bot.expert.ExpertReminders;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Roles;
import org.rapport.bot.store.Store;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.library.Nation;

/** Questions to experts: every part of it, wired once. */
public final class ExpertWiring {
  private final Store store;
  private final Knowledge knowledge;
  private final People people;
  private final QuestionLog questions;
  private final Wording wording;
  private final InstantSource clock;
  private final ExpertPlaces places;
  private final ExpertDesk desk;
  private final ExpertPosting posting;

  public ExpertWiring(
      Store store,
      Knowledge knowledge,
      People people,
      Roles roles,
      Audit audit,
      QuestionLog questions,
      Notices notices,
      Wording wording,
      InstantSource clock) {
    this.store = store;
    this.knowledge = knowledge;
    this.people = people;
    this.questions = questions;
    this.wording = wording;
    this.clock = clock;
    this.places = new ExpertPlaces(store, roles, audit);
    this.desk = new ExpertDesk(store, people, roles, places, audit, clock);
    this.posting = new ExpertPosting(new ExpertPosts(store, places, clock), notices, wording);
  }

  /** Where experts are asked. */
  public ExpertPlaces places() {
    return places;
  }

  /** What keeps every message about a question up to date; to be closed. */
  public ExpertPosting posting() {
    return posting;
  }

  public ExpertCommands commands() {
    return new ExpertCommands(desk, wording);
  }

  public List<FormPage> forms() {
    return List.of(
        new ExpertAskForm(people, questions, desk, posting::wake, wording),
        new ExpertAnswerForm(desk, knowledge, posting::wake, wording));
  }

  public List<ButtonHandler> buttons() {
    GuidanceDrafts drafts = new GuidanceDrafts(knowledge, wording);
    return new ExpertButtons(desk, drafts, posting::wake, wording).handlers();
  }

  /** What is done by itself: messages that a restart left behind, reminders, deleting. */
  void start(OpenParts parts, Chores chores) {
    parts.add(posting);
    BankHolidays holidays = BankHolidays.shipped();
    ExpertReminders reminders =
        new ExpertReminders(
            store, places, day -> holidays.include(day, Optional.of(Nation.ENGLAND)), clock);
    chores.every(Duration.ofSeconds(5), "showing questions to experts", posting::wake);
    chores.every(Duration.ofMinutes(5), "reminding experts", reminders::runOnce);
    chores.every(
        Duration.ofHours(1),
        "deleting old questions to experts",
        () -> ExpertRecords.forgetOld(store, clock));
  }
}
