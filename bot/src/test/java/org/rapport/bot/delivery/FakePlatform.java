package org.rapport.bot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Channel;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.Sighting;
import org.rapport.bot.message.Message;

/** A platform in this process: remembers what reached whom, and fails as it is told to. */
final class FakePlatform implements Channel {
  /** Who got a message, in the order they did. */
  private final Queue<Address> reached = new ConcurrentLinkedQueue<>();

  private final Map<String, Address> byDelivery = new ConcurrentHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger questions = new AtomicInteger();
  private volatile Function<Address, Fate> fate = to -> Fate.TAKEN;
  private volatile boolean tells = true;
  private volatile Runnable beforeEach = () -> {};

  /** What becomes of a call. */
  enum Fate {
    TAKEN,
    TAKEN_BUT_NO_REPLY,
    LOST_ON_THE_WAY,
    UNREACHABLE,
    THROTTLED,
    NO_SUCH_PERSON,
    REFUSED,
    BROKEN
  }

  static final Duration RETRY_AFTER = Duration.ofSeconds(30);

  @Override
  public SendResult send(Address to, Message message, String deliveryId) {
    calls.incrementAndGet();
    beforeEach.run();
    return switch (fate.apply(to)) {
      case TAKEN -> {
        take(to, deliveryId);
        yield new SendResult.Sent("ref-" + deliveryId);
      }
      case TAKEN_BUT_NO_REPLY -> {
        take(to, deliveryId);
        yield new SendResult.Unconfirmed("no_reply");
      }
      case LOST_ON_THE_WAY -> new SendResult.Unconfirmed("no_reply");
      case UNREACHABLE -> new SendResult.Failed("unreachable");
      case THROTTLED -> new SendResult.Throttled(RETRY_AFTER);
      case NO_SUCH_PERSON -> new SendResult.Gone("user_not_found");
      case REFUSED -> new SendResult.Refused("msg_too_long");
      case BROKEN -> throw new IllegalStateException("broken");
    };
  }

  @Override
  public Sighting find(Address to, String deliveryId, Instant since) {
    questions.incrementAndGet();
    if (!tells) {
      return new Sighting.CannotTell();
    }
    return byDelivery.containsKey(deliveryId)
        ? new Sighting.Seen("ref-" + deliveryId)
        : new Sighting.NotThere();
  }

  void answers(Function<Address, Fate> fate) {
    this.fate = fate;
  }

  void answers(Fate always) {
    answers(to -> always);
  }

  /** Whether it says what it took; some platforms cannot. */
  void tells(boolean tells) {
    this.tells = tells;
  }

  void beforeEach(Runnable work) {
    this.beforeEach = work;
  }

  List<Address> reached() {
    return List.copyOf(reached);
  }

  List<String> users() {
    return reached.stream().map(Address::user).sorted().toList();
  }

  int calls() {
    return calls.get();
  }

  int questions() {
    return questions.get();
  }

  private void take(Address to, String deliveryId) {
    reached.add(to);
    byDelivery.put(deliveryId, to);
  }
}
