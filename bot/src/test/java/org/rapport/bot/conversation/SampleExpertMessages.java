package org.rapport.bot.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rapport.bot.channel.Address;
import org.rapport.bot.expert.ExpertAnswer;
import org.rapport.bot.expert.ExpertQuestion;
import org.rapport.bot.expert.Post;
import org.rapport.bot.expert.State;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Message;
import org.rapport.bot.release.Release;
import org.rapport.bot.release.Released;
import org.rapport.knowledge.Difference;
import org.rapport.knowledge.Passage;
import org.rapport.knowledge.evaluate.Gate;
import org.rapport.knowledge.evaluate.GoldenQuestion;
import org.rapport.knowledge.gaps.Gap;

/** Questions to experts, and what admins read, by name. */
public final class SampleExpertMessages {
  private static final Address CHIEF = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF");
  private static final Address COMMS = new Address(Address.Kind.SLACK, "T0TRUST", "U0COMMS");
  private static final Address TEAMS_CHANNEL =
      new Address(Address.Kind.TEAMS, "tenant-one", "19:comms@thread.tacv2");
  private static final Instant ASKED = Instant.parse("2026-11-02T09:00:00Z");
  private static final Wording WORDING =
      new Wording(Map.of("contact", "the comms team", "days", "90"));

  private static final Wording NAMING =
      new Wording(
          Map.of("contact", "the comms team", "days", "90"), _ -> Optional.of("Ben <b>Okoro</b>"));

  private SampleExpertMessages() {}

  /** Every sample by its name. */
  public static Map<String, Message> all() {
    ExpertMessages experts = new ExpertMessages(WORDING);
    AdminMessages admins = new AdminMessages(WORDING);
    Map<String, Message> all = new LinkedHashMap<>();
    ExpertMessages named = new ExpertMessages(NAMING);
    CommandMessages brief = new CommandMessages(WORDING);
    all.put("expert-open", experts.forExperts(question(State.OPEN, false, 0), COMMS));
    all.put("expert-reminder", experts.forExperts(question(State.OPEN, true, 1), COMMS));
    all.put("expert-claimed", experts.forExperts(question(State.CLAIMED, true, 0), COMMS));
    all.put("expert-answered", experts.forExperts(question(State.ANSWERED, true, 0), COMMS));
    all.put("expert-yours", experts.forAsker(question(State.CLAIMED, true, 0), CHIEF));
    all.put("expert-your-answer", experts.forAsker(question(State.ANSWERED, true, 0), CHIEF));
    all.put("expert-closed", experts.forExperts(question(State.CLOSED, true, 0), COMMS));
    all.put("expert-erased", experts.forExperts(erased(), COMMS));
    all.put(
        "expert-passed",
        experts.passed(
            experts.forExperts(question(State.CLAIMED, true, 0), COMMS), "expert.passed"));
    all.put("expert-in-another-channel", experts.forExperts(claimed(), TEAMS_CHANNEL));
    all.put("expert-named", named.forExperts(claimed(), TEAMS_CHANNEL));
    all.put("expert-yours-open", experts.forAsker(question(State.OPEN, true, 0), CHIEF));
    all.put("expert-yours-closed", experts.forAsker(question(State.CLOSED, true, 0), CHIEF));
    all.put(
        "expert-yours-below",
        experts.of(question(State.ANSWERED, true, 0), Post.Audience.ASKED, CHIEF));
    for (String name : List.of("asked", "nobody", "none", "gone", "draft.no-facts")) {
      all.put("expert-" + name.replace('.', '-'), brief.brief("expert." + name));
    }
    all.put("expert-offer", experts.offer());
    all.put("expert-too-many", brief.brief("expert.too-many", Map.of("most", "5")));
    all.put("expert-draft", brief.brief("expert.draft", Map.of("section", "Should I go live?")));
    all.put("expert-not-allowed", brief.refused("expert.not-allowed", CHIEF, List.of(COMMS)));
    all.put(
        "expert-not-allowed-elsewhere",
        new CommandMessages(NAMING).refused("expert.not-allowed", TEAMS_CHANNEL, List.of(COMMS)));
    all.put("admin-list", admins.all());
    all.put("admin-reindexed", admins.released(release()));
    all.put("admin-generations", admins.generations(List.of(generation(2), generation(1))));
    all.put("admin-unanswered", admins.unanswered(List.of(gap()), 3));
    return all;
  }

  /** The forms by name. */
  public static Map<String, Form> forms() {
    ExpertForms forms = new ExpertForms(WORDING);
    ExpertQuestion question = question(State.CLAIMED, true, 0);
    Map<String, Form> all = new LinkedHashMap<>();
    all.put("form-expert-ask", forms.ask("", "May our choir livestream its rehearsal?"));
    all.put(
        "form-expert-answer",
        forms.answer(
            question, Stream.of(new Passage("live-video", "Should I go live?", 0.4, List.of()))));
    return all;
  }

  /** By somebody in Teams. */
  private static ExpertQuestion claimed() {
    ExpertQuestion asked = question(State.CLAIMED, true, 0);
    return new ExpertQuestion(
        asked.organisation(),
        asked.id(),
        asked.words(),
        asked.state(),
        asked.askedAt(),
        asked.asker(),
        true,
        Optional.of(new Address(Address.Kind.TEAMS, "tenant-one", "aad-comms")),
        Optional.empty(),
        0,
        1);
  }

  /** Its asker is forgotten. */
  private static ExpertQuestion erased() {
    ExpertQuestion asked = question(State.CLOSED, true, 0);
    return new ExpertQuestion(
        asked.organisation(),
        asked.id(),
        "",
        State.CLOSED,
        asked.askedAt(),
        Optional.empty(),
        true,
        Optional.empty(),
        Optional.empty(),
        0,
        2);
  }

  private static ExpertQuestion question(State state, boolean isNamed, int reminders) {
    Optional<ExpertAnswer> answer =
        state == State.ANSWERED || state == State.CLOSED
            ? Optional.of(
                new ExpertAnswer(
                    "Yes, if everybody in the picture agrees <!channel> *now*.",
                    ASKED.plusSeconds(3600),
                    Optional.of(new ExpertAnswer.Guidance("consent", "Whose consent do I need?"))))
            : Optional.empty();
    return new ExpertQuestion(
        "organisation",
        "3f0c7f0e-0000-4000-8000-000000000001",
        "May our choir livestream its rehearsal? <@U0EVIL> & *bold*",
        state,
        ASKED,
        Optional.of(CHIEF),
        isNamed,
        state == State.OPEN ? Optional.empty() : Optional.of(COMMS),
        answer,
        reminders,
        1);
  }

  private static Release release() {
    GoldenQuestion question =
        new GoldenQuestion(
            "g001", "how often should I post", GoldenQuestion.Expect.FOUND, Set.of("F-1.01"));
    Gate.Change lost = new Gate.Change(question, "how-often", true, "unsure", false);
    return new Release.Live(
        3,
        12,
        1,
        new Difference(List.of("choir"), List.of("rota"), List.of()),
        Optional.of(new Gate(120, 0, 118, 117, List.of(lost))));
  }

  private static Released generation(int number) {
    return new Released(
        number, "digest", 12, Released.Origin.UPLOAD, "U0ADMIN", ASKED, number == 2);
  }

  private static Gap gap() {
    return new Gap(
        5,
        4,
        1,
        "may our choir livestream",
        List.of("choir on facebook live?"),
        Optional.of(new Passage("live-video", "Should I go live?", 0.4, List.of())),
        LocalDate.of(2026, 10, 1),
        LocalDate.of(2026, 11, 1));
  }
}
