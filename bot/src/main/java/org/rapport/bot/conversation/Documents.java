package org.rapport.bot.conversation;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.GivenFile;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.Actors;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Permission;
import org.rapport.bot.people.Roles;
import org.rapport.bot.release.Uploads;
import org.rapport.bot.release.Uploads.Upload;
import org.rapport.bot.store.StoreAway;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.index.Generations;

/** Takes in what an admin gives in their own chat with the bot, for their organisation alone. */
public final class Documents {
  /** Files that are taken at a time. */
  static final int MOST_FILES = 10;

  private final Roles roles;
  private final People people;
  private final Supplier<Uploads> opening;
  private final DocumentMessages messages;
  private @Nullable Uploads opened;

  /**
   * @param uploads asked for once, when the first document comes
   */
  public Documents(Roles roles, People people, Supplier<Uploads> uploads, Wording wording) {
    this.roles = roles;
    this.people = people;
    this.opening = uploads;
    this.messages = new DocumentMessages(wording);
  }

  /** Takes them in, if they are an admin's, and says what came of each. */
  Message take(Address from, List<GivenFile> given) {
    try {
      Optional<String> organisation = people.organisation(from);
      if (organisation.isEmpty()) {
        return messages.brief("documents.away");
      }
      return roles.allow(from, Permission.GUIDANCE)
          ? take(organisation.get(), from, given)
          : messages.refused(from, roles.admins(organisation.get()));
    } catch (Generations.Busy later) {
      return messages.brief("documents.busy");
    } catch (StoreAway away) {
      return messages.brief("documents.away");
    }
  }

  private Message take(String organisation, Address from, List<GivenFile> given) {
    List<GivenFile> few = given.subList(0, Math.min(given.size(), MOST_FILES));
    try (FetchedFiles fetched = FetchedFiles.of(few)) {
      Upload upload =
          fetched.files().isEmpty()
              ? new Upload(List.of(), Optional.empty())
              : uploads()
                  .take(organisation, fetched.files(), false, Actors.of(from), Progress.UNHEARD);
      return messages.taken(upload, fetched.missing(), given.size() > few.size());
    }
  }

  private synchronized Uploads uploads() {
    if (opened == null) {
      opened = opening.get();
    }
    return opened;
  }
}
