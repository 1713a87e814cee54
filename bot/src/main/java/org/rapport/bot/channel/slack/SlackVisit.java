package org.rapport.bot.channel.slack;

import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import java.util.Optional;

/**
 * A request that somebody made, on its way in.
 *
 * @param user who made it
 * @param chain what handles it once they are let in
 */
record SlackVisit(Request<?> request, SlackOrigin origin, String user, MiddlewareChain chain) {

  /** As {@link #lane(Request, SlackOrigin)}. */
  String lane() {
    return lane(request, origin);
  }

  /** What goes on in one place is worked on in one lane, in order. */
  static String lane(Request<?> request, SlackOrigin origin) {
    Optional<String> channel =
        switch (request) {
          case EventRequest event -> Optional.ofNullable(event.getContext().getChannelId());
          case BlockActionRequest press ->
              Optional.ofNullable(press.getPayload().getContainer())
                  .map(container -> container.getChannelId());
          default -> Optional.empty();
        };
    return origin.team().id() + ":" + channel.or(origin::user).orElse("");
  }
}
