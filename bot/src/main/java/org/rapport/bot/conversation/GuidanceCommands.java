package org.rapport.bot.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.Actors;
import org.rapport.bot.release.Release;
import org.rapport.bot.release.Released;
import org.rapport.bot.release.Releases;
import org.rapport.bot.release.Uploads;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.index.Generations;

/** An organisation's own guidance, looked after in chat by those who may; the caller has asked. */
public final class GuidanceCommands {
  private static final Duration UNANSWERED_SINCE = Duration.ofDays(90);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

  private final Supplier<Uploads> uploads;
  private final Releases releases;
  private final MissedQuestions missed;
  private final Knowledge knowledge;
  private final LongWork work;
  private final InstantSource clock;
  private final CommandMessages brief;
  private final AdminMessages messages;

  /**
   * @param uploads asked for when the first release is wanted
   */
  public GuidanceCommands(
      Supplier<Uploads> uploads,
      Releases releases,
      MissedQuestions missed,
      Knowledge knowledge,
      LongWork work,
      InstantSource clock,
      Wording wording) {
    this.uploads = uploads;
    this.releases = releases;
    this.missed = missed;
    this.knowledge = knowledge;
    this.work = work;
    this.clock = clock;
    this.brief = new CommandMessages(wording);
    this.messages = new AdminMessages(wording);
  }

  /** Builds what was uploaded anew, told in one message that changes. */
  Message reindex(Address from, String organisation) {
    return work.begin(
        from,
        brief.brief("admin.reindex.begun"),
        told -> {
          Optional<Release> release =
              uploads.get().rebuild(organisation, Actors.of(from), progress(told));
          return release
              .map(messages::released)
              .orElseGet(() -> brief.brief("admin.reindex.nothing"));
        });
  }

  private Progress progress(LongWork.Told told) {
    return new Progress() {
      private Instant next = clock.instant().plus(BETWEEN_LINES);

      @Override
      public void at(int done, int total) {
        if (clock.instant().isAfter(next)) {
          next = clock.instant().plus(BETWEEN_LINES);
          told.now(messages.progress("admin.reindex.progress", done, total));
        }
      }
    };
  }

  /**
   * @param number empty to say which there are
   */
  Message rollBack(Address from, String organisation, OptionalInt number) {
    if (number.isEmpty()) {
      return generations(organisation);
    }
    try {
      releases.rollBack(organisation, number.getAsInt(), Actors.of(from));
      return brief.brief(
          "admin.rolled-back", Map.of("generation", Integer.toString(number.getAsInt())));
    } catch (Releases.NotKept gone) {
      return generations(organisation);
    } catch (Generations.Busy later) {
      return brief.brief("admin.busy");
    }
  }

  private Message generations(String organisation) {
    List<Released> kept = releases.all(organisation);
    return kept.isEmpty() ? brief.brief("admin.reindex.nothing") : messages.generations(kept);
  }

  /** What the organisation's people asked in vain, grouped, told in one message that changes. */
  Message unanswered(Address from, String organisation) {
    return work.begin(
        from,
        brief.brief("admin.unanswered.begun"),
        told -> {
          MissedQuestions.Found found =
              missed.newest(Optional.of(organisation), clock.instant().minus(UNANSWERED_SINCE));
          return found.questions().isEmpty()
              ? brief.brief("admin.unanswered.none")
              : messages.unanswered(knowledge.gaps(found.questions()), found.withoutWords());
        });
  }
}
