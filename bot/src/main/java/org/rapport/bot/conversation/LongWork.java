package org.rapport.bot.conversation;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Place;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.message.Message;
import org.rapport.bot.store.StoreAway;
import org.rapport.knowledge.index.Generations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that takes longer than somebody waits, one piece at a time: told in one message in their own
 * chat, which changes until it says what came of it.
 */
public final class LongWork implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LongWork.class);

  private final Notices notices;
  private final CommandMessages messages;
  private final AtomicBoolean isBusy = new AtomicBoolean();
  private final OwnThread worker = new OwnThread("long-work");

  public LongWork(Notices notices, Wording wording) {
    this.notices = notices;
    this.messages = new CommandMessages(wording);
  }

  /** Shows how far the work is. */
  interface Told {
    void now(Message message);
  }

  /** The work; what it returns says what came of it. */
  interface Work {
    Message done(Told told);
  }

  /**
   * Begins it. Where their chat takes no message that changes, it is done at once.
   *
   * @param begun what the message says at first
   * @return what to reply: where to look, or what came of it
   */
  Message begin(Address from, Message begun, Work work) {
    if (!isBusy.compareAndSet(false, true)) {
      return messages.brief("admin.busy");
    }
    boolean isHandedOver = false;
    try {
      Place chat = Place.chatOf(from);
      if (notices.post(chat, begun, UUID.randomUUID().toString()) instanceof SendResult.Sent sent) {
        isHandedOver = worker.later(() -> finish(chat, sent.reference(), work));
        return messages.brief(isHandedOver ? "admin.begun" : "admin.busy");
      }
      return result(work, _ -> {});
    } finally {
      if (!isHandedOver) {
        isBusy.set(false);
      }
    }
  }

  private void finish(Place chat, String reference, Work work) {
    try {
      Message result = result(work, now -> notices.update(chat, reference, now));
      notices.update(chat, reference, result);
    } finally {
      isBusy.set(false);
    }
  }

  private Message result(Work work, Told told) {
    try {
      return work.done(told);
    } catch (Generations.Busy later) {
      return messages.brief("admin.busy");
    } catch (StoreAway away) {
      return messages.brief("away");
    } catch (RuntimeException broken) {
      log.error("Work for an admin failed", new WithoutWords(broken));
      return messages.brief("broken");
    }
  }

  /** Finishes what is under way, for a bounded time. */
  @Override
  public void close() {
    worker.close();
  }
}
