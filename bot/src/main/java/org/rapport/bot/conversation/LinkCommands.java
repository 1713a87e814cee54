package org.rapport.bot.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.JoinRequest;
import org.rapport.bot.people.JoinStep;
import org.rapport.bot.people.Joining;
import org.rapport.bot.people.Linked;
import org.rapport.bot.people.Linking;

/**
 * Two places that become one person, and two organisations that become one; both sides are told.
 */
public final class LinkCommands {
  private final Linking linking;
  private final Joining joining;
  private final Notices notices;
  private final InstantSource clock;
  private final CommandMessages messages;

  public LinkCommands(
      Linking linking, Joining joining, Notices notices, InstantSource clock, Wording wording) {
    this.linking = linking;
    this.joining = joining;
    this.notices = notices;
    this.clock = clock;
    this.messages = new CommandMessages(wording);
  }

  Message code(Address from) {
    return messages.brief("link.code", Map.of("code", spaced(linking.code(from))));
  }

  Message link(Address from, String code) {
    return switch (linking.link(from, code)) {
      case Linked.Done done -> {
        notices.tell(done.other(), messages.brief("link.told", channel(from)));
        yield messages.brief("link.done");
      }
      case Linked.OtherOrganisation refused -> {
        notices.tell(refused.other(), messages.brief("link.other-organisation"));
        yield messages.brief("link.other-organisation");
      }
      case Linked.Already _ -> messages.brief("link.already");
      case Linked.Wrong wrong -> wrong(wrong.triesLeft());
      case Linked.Locked locked -> locked(locked.until());
    };
  }

  Message joinCode(Address from) {
    return told(from, joining.start(from));
  }

  Message join(Address from, String code) {
    JoinStep step = joining.ask(from, code);
    if (step instanceof JoinStep.Asked asked) {
      notices.tell(asked.request().hostAt(), confirm(asked.request()));
      return messages.brief("join.asked", names(asked.request()));
    }
    return told(from, step);
  }

  Message confirmJoin(Address from, String request) {
    JoinStep step = joining.confirm(from, request);
    if (step instanceof JoinStep.Joined joined) {
      notices.tell(
          joined.request().guestAt(), messages.brief("join.done", names(joined.request())));
    }
    return told(from, step);
  }

  private Message told(Address from, JoinStep step) {
    return switch (step) {
      case JoinStep.Code made -> messages.brief("join.code", Map.of("code", spaced(made.code())));
      case JoinStep.Asked asked -> confirm(asked.request());
      case JoinStep.Joined joined -> messages.brief("join.done", names(joined.request()));
      case JoinStep.NotAllowed refused ->
          messages.refused("join.not-admin", from, refused.admins());
      case JoinStep.Already _ -> messages.brief("join.already");
      case JoinStep.BothHaveDocuments _ -> messages.brief("join.both-have-documents");
      case JoinStep.Gone _ -> messages.brief("join.gone");
      case JoinStep.Wrong wrong -> wrong(wrong.triesLeft());
      case JoinStep.Locked locked -> locked(locked.until());
    };
  }

  private Message confirm(JoinRequest request) {
    return messages.offering(
        "join.confirm", names(request), CommandReader.confirming(request.id()));
  }

  private static Map<String, String> names(JoinRequest request) {
    return Map.of("host", request.host().name(), "guest", request.guest().name());
  }

  private Message wrong(int left) {
    return messages.brief("code.wrong", Map.of("left", Integer.toString(left)));
  }

  private Message locked(Instant until) {
    long minutes = Math.max(1, Duration.between(clock.instant(), until).toMinutes());
    return messages.brief("code.locked", Map.of("minutes", Long.toString(minutes)));
  }

  private static Map<String, String> channel(Address from) {
    String name =
        switch (from.channel()) {
          case SLACK -> "Slack";
          case TEAMS -> "Teams";
          case WEB -> "the web";
          case TERMINAL -> "a terminal";
        };
    return Map.of("channel", name);
  }

  private static String spaced(String code) {
    int half = code.length() / 2;
    return code.substring(0, half) + "-" + code.substring(half);
  }
}
