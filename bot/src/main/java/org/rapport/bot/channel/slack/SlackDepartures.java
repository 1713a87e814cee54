package org.rapport.bot.channel.slack;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rapport was removed from a workspace, or its tokens there were revoked: they are forgotten. */
final class SlackDepartures {
  private final SlackTokens tokens;

  SlackDepartures(SlackTokens tokens) {
    this.tokens = tokens;
  }

  Response uninstalled(EventsApiPayload<AppUninstalledEvent> payload, EventContext context) {
    tokens.uninstalled(left(payload), at(payload));
    return context.ack();
  }

  Response revoked(EventsApiPayload<TokensRevokedEvent> payload, EventContext context) {
    Set<String> bots =
        Optional.ofNullable(payload.getEvent().getTokens())
            .map(it -> it.getBot())
            .map(Set::copyOf)
            .orElse(Set.of());
    if (!bots.isEmpty()) {
      tokens.revoked(left(payload), bots, at(payload));
    }
    return context.ack();
  }

  /** The workspace; the Grid only if Slack says that it is the Grid's install that ended. */
  private static SlackTeam left(EventsApiPayload<?> payload) {
    return Optional.ofNullable(payload.getAuthorizations()).orElse(List.of()).stream()
        .filter(it -> Boolean.TRUE.equals(it.getIsEnterpriseInstall()))
        .map(Authorization::getEnterpriseId)
        .filter(grid -> grid != null)
        .findFirst()
        .map(SlackTeam::workspace)
        .orElseGet(() -> SlackTeam.workspace(payload.getTeamId()));
  }

  private static Instant at(EventsApiPayload<?> payload) {
    @Nullable Integer second = payload.getEventTime();
    return second == null ? Instant.EPOCH : Instant.ofEpochSecond(second);
  }
}
