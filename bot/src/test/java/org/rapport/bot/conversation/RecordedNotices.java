package org.rapport.bot.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Place;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.Sighting;
import org.rapport.bot.message.Message;

/** A channel that keeps what it is given, as those who are there would see it. */
final class RecordedNotices implements Notices {
  private final Map<String, List<Message>> told = new HashMap<>();
  private final Map<Place, Map<String, Message>> posted = new LinkedHashMap<>();
  private final Map<Place, SendResult> refusing = new HashMap<>();
  private final Set<Place> dyingBefore = new HashSet<>();
  private final Set<Place> dyingAfter = new HashSet<>();
  private boolean isBlind;

  /** The process is killed here. */
  static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public synchronized void tell(Address to, Message message) {
    told.computeIfAbsent(to.user(), _ -> new ArrayList<>()).add(message);
  }

  @Override
  public synchronized SendResult post(Place where, Message message, String id) {
    if (dyingBefore.remove(where)) {
      throw new Died();
    }
    if (refusing.containsKey(where)) {
      return refusing.get(where);
    }
    String reference = "m-" + id;
    posted.computeIfAbsent(where, _ -> new LinkedHashMap<>()).put(reference, message);
    if (dyingAfter.remove(where)) {
      throw new Died();
    }
    return new SendResult.Sent(reference);
  }

  @Override
  public synchronized Sighting find(Place where, String id, Instant since) {
    if (isBlind) {
      return new Sighting.CannotTell();
    }
    return posted.getOrDefault(where, Map.of()).containsKey("m-" + id)
        ? new Sighting.Seen("m-" + id)
        : new Sighting.NotThere();
  }

  @Override
  public synchronized SendResult update(Place where, String reference, Message message) {
    if (refusing.containsKey(where)) {
      return refusing.get(where);
    }
    Map<String, Message> there = posted.getOrDefault(where, Map.of());
    if (there.containsKey(reference)) {
      there.put(reference, message);
      return new SendResult.Sent(reference);
    }
    return new SendResult.Refused("message_not_found");
  }

  /** Answers so from now on there. */
  synchronized void answers(Place where, SendResult result) {
    refusing.put(where, result);
  }

  /** Kills the process once a message is there. */
  synchronized void diesAfterPosting(Place where) {
    dyingAfter.add(where);
  }

  /** Kills the process before a message is there. */
  synchronized void diesBeforePosting(Place where) {
    dyingBefore.add(where);
  }

  /** Cannot say any more what stands where. */
  synchronized void cannotTell() {
    isBlind = true;
  }

  /** Takes messages again there. */
  synchronized void takesAgain(Place where) {
    refusing.remove(where);
  }

  /** What stands in a place now, top to bottom. */
  synchronized List<Message> in(Place where) {
    return List.copyOf(posted.getOrDefault(where, Map.of()).values());
  }

  /** What somebody was told. */
  synchronized List<Message> toldTo(Address who) {
    return List.copyOf(told.getOrDefault(who.user(), List.of()));
  }

  /** Where anything stands. */
  synchronized List<Place> places() {
    return List.copyOf(posted.keySet());
  }
}
