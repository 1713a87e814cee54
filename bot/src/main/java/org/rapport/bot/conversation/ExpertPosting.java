package org.rapport.bot.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.Sighting;
import org.rapport.bot.expert.ExpertPosts;
import org.rapport.bot.expert.ExpertQuestion;
import org.rapport.bot.expert.Post;
import org.rapport.bot.message.Message;
import org.rapport.bot.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps every message that shows a question to experts as the question is now, in place. */
public final class ExpertPosting implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ExpertPosting.class);

  private final ExpertPosts posts;
  private final Notices notices;
  private final ExpertMessages messages;
  private final AtomicBoolean isWanted = new AtomicBoolean();
  private final OwnThread worker = new OwnThread("expert-posts");

  public ExpertPosting(ExpertPosts posts, Notices notices, Wording wording) {
    this.posts = posts;
    this.notices = notices;
    this.messages = new ExpertMessages(wording);
  }

  /** Has it done soon on a thread of its own; for whoever changed something, and for a clock. */
  public void wake() {
    if (isWanted.compareAndSet(false, true) && !worker.later(this::work)) {
      log.info("Left for the next start: what shows questions to experts");
    }
  }

  private void work() {
    isWanted.set(false);
    try {
      while (runOnce() > 0) {
        // Until nothing is due.
      }
    } catch (StoreAway away) {
      log.debug("The database is away; left for later: what shows questions to experts");
    } catch (RuntimeException broken) {
      log.error("Could not show a question to experts", new WithoutWords(broken));
    }
  }

  /**
   * Brings some messages up to date.
   *
   * @return how many were due
   * @throws StoreAway while the database is away
   */
  public int runOnce() {
    List<Post> due = posts.lease();
    due.forEach(this::bringUpToDate);
    return due.size();
  }

  private void bringUpToDate(Post post) {
    Optional<ExpertQuestion> question = posts.question(post);
    if (question.isEmpty() || isNeedless(post)) {
      posts.drop(post);
    } else {
      show(post, question.get());
    }
  }

  /** What would only lead to the answer, and was never posted, comes too late. */
  private static boolean isNeedless(Post post) {
    return post.audience() == Post.Audience.ASKED && post.reference().isEmpty();
  }

  private void show(Post post, ExpertQuestion question) {
    Message message = messages.of(question, post.audience(), post.place().reader());
    if (post.reference().isPresent()) {
      note(post, question, notices.update(post.place(), post.reference().get(), message));
    } else if (post.begun().isPresent()) {
      lookFor(post, question, post.begun().get());
    } else if (posts.begin(post)) {
      note(post, question, posted(post, message));
    }
  }

  private void note(Post post, ExpertQuestion question, SendResult result) {
    switch (result) {
      case SendResult.Sent sent ->
          posts.shown(post, post.reference().or(() -> Optional.of(sent.reference())), question);
      case SendResult.Refused _, SendResult.Gone _ -> refused(post, question);
      case SendResult.Failed _, SendResult.Throttled _ -> posts.failed(post, question);
      case SendResult.Unconfirmed _ when post.reference().isPresent() ->
          posts.shown(post, post.reference(), question);
      case SendResult.Unconfirmed _ -> posts.inDoubt(post);
    }
  }

  /** It may have gone out before a crash, or without a reply: it is never just posted again. */
  private void lookFor(Post post, ExpertQuestion question, Instant begun) {
    if (!posts.isSettled(begun)) {
      posts.inDoubt(post);
      return;
    }
    switch (found(post, begun)) {
      case Sighting.Seen seen -> posts.found(post, seen.reference());
      case Sighting.NotThere _ -> posts.failed(post, question);
      case Sighting.AskAgain later -> posts.askAgain(post, later.after(), question);
      case Sighting.CannotTell _ -> {
        log.warn("Nobody knows whether a question to experts was shown: {}", post.id());
        posts.shown(post, Optional.empty(), question);
      }
    }
  }

  private Sighting found(Post post, Instant begun) {
    return posts.isUnknown(begun)
        ? new Sighting.CannotTell()
        : notices.find(post.place(), post.id(), begun);
  }

  private void refused(Post post, ExpertQuestion question) {
    if (post.reference().isPresent()) {
      // Somebody deleted it, so they do not want it.
      posts.drop(post);
    } else if (post.place().isChat()) {
      posts.shown(post, Optional.empty(), question);
    } else {
      posts.toChats(post);
    }
  }

  /** Where nothing can be changed later, each change is told by itself. */
  private SendResult posted(Post post, Message message) {
    SendResult result = notices.post(post.place(), message, post.id());
    if (result.equals(Notices.UNABLE) && post.place().isChat()) {
      notices.tell(post.place().reader(), message);
    }
    return result;
  }

  /** Finishes what it is at; the rest is in the database. */
  @Override
  public void close() {
    worker.close();
  }
}
