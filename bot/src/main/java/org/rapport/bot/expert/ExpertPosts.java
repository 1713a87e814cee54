package org.rapport.bot.expert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.channel.Place;
import org.rapport.bot.store.Leases;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * The messages that show questions, and which of them are out of date. They are in the database, so
 * that none is lost by a restart, and each is brought up to date by one replica at a time.
 */
public final class ExpertPosts {
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** More than any channel takes over one message, with all its patience. */
  private static final Duration SETTLED = Duration.ofMinutes(5);

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(30);
  private static final int MOST_ATTEMPTS = 6;
  private static final int MOST_AT_ONCE = 20;
  private static final int LONGEST_REFERENCE = 400;

  private final Store store;
  private final ExpertPlaces places;
  private final InstantSource clock;

  public ExpertPosts(Store store, ExpertPlaces places, InstantSource clock) {
    this.store = store;
    this.places = places;
    this.clock = clock;
  }

  /**
   * Some that are out of date, for the caller alone for two minutes.
   *
   * @throws StoreAway while the database is away
   */
  public List<Post> lease() {
    Instant now = clock.instant();
    long furthest = Leases.furthestEnd(now, LONGEST_WAIT).toEpochMilli();
    long until = now.plus(LEASE).toEpochMilli();
    return store.write(
        handle -> PostTables.lease(handle, now.toEpochMilli(), furthest, until, MOST_AT_ONCE));
  }

  /** The question that a message is to show, as it is now; empty if it is deleted. */
  public Optional<ExpertQuestion> question(Post post) {
    return store.read(handle -> QuestionTables.find(handle, post.organisation(), post.question()));
  }

  /**
   * Notes that a message goes out now, before it does.
   *
   * @return false if it must not: another may be at it
   */
  public boolean begin(Post post) {
    return store.write(handle -> PostTables.begin(handle, post, clock.millis()));
  }

  /** It may be on its way: it is left alone until it surely arrived or never will. */
  public void inDoubt(Post post) {
    Instant settled = post.begun().orElseGet(clock::instant).plus(SETTLED);
    store.run(handle -> PostTables.later(handle, post, settled.toEpochMilli()));
  }

  /** It went out before what came of it was noted; what it shows may be out of date. */
  public void found(Post post, String reference) {
    store.run(handle -> PostTables.found(handle, post, reference));
  }

  /** Whether a message that was begun can be on its way no more; of an unknown time none can. */
  public boolean isSettled(Instant begun) {
    return isUnknown(begun) || !clock.instant().isBefore(begun.plus(SETTLED));
  }

  /** Whether the clock was put back since, so that no channel can be asked about that time. */
  public boolean isUnknown(Instant begun) {
    return Leases.isAhead(begun, clock.instant());
  }

  /** The channel does not say yet whether it went out; it is asked again, but not for ever. */
  public void askAgain(Post post, Duration after, ExpertQuestion question) {
    if (post.attempts() >= MOST_ATTEMPTS) {
      shown(post, Optional.empty(), question);
    } else {
      Duration wait = after.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : after;
      store.run(handle -> PostTables.later(handle, post, clock.millis() + wait.toMillis()));
    }
  }

  /**
   * Notes what a message shows.
   *
   * @param reference the channel's own name of it; empty if it cannot be changed any more
   */
  public void shown(Post post, Optional<String> reference, ExpertQuestion question) {
    Optional<String> kept = reference.filter(it -> it.length() <= LONGEST_REFERENCE);
    store.run(handle -> PostTables.shown(handle, post, kept, question.revision()));
  }

  /** It surely did not go out: it is tried again in a while, unless it was tried often enough. */
  public void failed(Post post, ExpertQuestion question) {
    if (post.attempts() >= MOST_ATTEMPTS) {
      shown(post, post.reference(), question);
    } else {
      long wait = BETWEEN_ATTEMPTS.toMillis() * post.attempts();
      store.run(handle -> {
        PostTables.unbegin(handle, post);
        PostTables.later(handle, post, clock.millis() + wait);
      });
    }
  }

  /** The organisation's channel does not take it, so it goes to the experts' own chats. */
  public void toChats(Post post) {
    List<Place> chats = places.chats(post.organisation());
    store.run(handle -> {
      PostTables.delete(handle, post);
      chats.forEach(chat ->
          PostTables.add(
              handle, post.organisation(), post.question(), Post.Audience.EXPERTS, chat));
    });
  }

  /** Nothing is to be shown there any more. */
  public void drop(Post post) {
    store.run(handle -> PostTables.delete(handle, post));
  }
}
