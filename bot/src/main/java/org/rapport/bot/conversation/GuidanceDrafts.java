package org.rapport.bot.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.conversation.privacy.PersonalData;
import org.rapport.bot.expert.ExpertAnswer;
import org.rapport.bot.expert.ExpertQuestion;
import org.rapport.bot.message.Message;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.Passage;
import org.rapport.knowledge.Question;
import org.rapport.knowledge.content.SectionDraft;

/** Makes a draft of guidance from what an expert answered, for an admin to finish and give back. */
public final class GuidanceDrafts {
  private static final ZoneId EDITORS_ZONE = ZoneId.of("Europe/London");
  private static final int LETTERS_OF_ID = 8;

  private final Knowledge knowledge;
  private final Wording wording;
  private final CommandMessages messages;

  public GuidanceDrafts(Knowledge knowledge, Wording wording) {
    this.knowledge = knowledge;
    this.wording = wording;
    this.messages = new CommandMessages(wording);
  }

  /** The draft as a file; what is personal in it is masked, as all may read guidance. */
  Reply reply(ExpertQuestion question, ExpertAnswer answer) {
    Optional<Passage> nearest = nearest(question, answer);
    String id = "asked-" + question.id().replace("-", "").substring(0, LETTERS_OF_ID);
    SectionDraft draft =
        new SectionDraft(
            id,
            PersonalData.mask(question.words()),
            PersonalData.find(answer.words()).spoken(),
            nearest.map(Passage::facts).orElse(List.of()),
            wording.words("expert.draft.owner"),
            day(answer.at()));
    Message told =
        nearest
            .map(section -> messages.brief("expert.draft", Map.of("section", section.title())))
            .orElseGet(() -> messages.brief("expert.draft.no-facts"));
    return new Reply(told, true, Optional.of(new SentFile(id + ".md", draft.markdown())));
  }

  /** The section that was attached, or else the one that comes closest and rests on facts. */
  private Optional<Passage> nearest(ExpertQuestion question, ExpertAnswer answer) {
    List<Passage> found =
        knowledge.ask(question.organisation(), new Question(question.words())).passages().stream()
            .filter(each -> !each.facts().isEmpty())
            .toList();
    String attached = answer.guidance().map(ExpertAnswer.Guidance::section).orElse("");
    return found.stream()
        .filter(each -> each.section().equals(attached))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, EDITORS_ZONE);
  }
}
