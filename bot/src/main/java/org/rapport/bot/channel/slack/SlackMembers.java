package org.rapport.bot.channel.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.users.UsersInfoResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.rapport.bot.channel.Address;

/**
 * Tells members of an organisation from guests and from people of other organisations. Slack is
 * asked about each person, and what it said is good for some minutes. While it says nothing, what
 * it said last counts; of whom it never told this process, those are members who were let in
 * before, except in a channel that is shared with other organisations. Anybody else may be a guest,
 * and must wait until Slack says.
 */
final class SlackMembers implements AutoCloseable {
  /** How long Slack may take to tell who somebody is, while they wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration GOOD_FOR = Duration.ofMinutes(10);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  /** Whoever must wait for Slack does not wait for long. */
  private static final Duration WHILE_UNKNOWN = Duration.ofSeconds(10);

  private static final int MOST_REMEMBERED = 20_000;

  private final Slack slack;
  private final SlackTokens tokens;
  private final Predicate<Address> letInBefore;
  private final InstantSource clock;
  private final SlackTrouble trouble;
  private final Map<Who, Told> told = Collections.synchronizedMap(new Recent());

  /**
   * @param letInBefore knows whom Rapport let in at any time
   */
  SlackMembers(
      URI apiUrl,
      SlackTokens tokens,
      Predicate<Address> letInBefore,
      InstantSource clock,
      SlackTrouble trouble) {
    this.slack = SlackHttp.client(apiUrl, PATIENCE);
    this.tokens = tokens;
    this.letInBefore = letInBefore;
    this.clock = clock;
    this.trouble = trouble;
  }

  /** Whether {@link #standing} needs to ask nobody. */
  boolean knows(SlackOrigin origin, String user) {
    return fresh(new Who(origin.team().id(), user)).isPresent();
  }

  Standing standing(SlackOrigin origin, String user) {
    if (origin.isForeign() && origin.team().grid().isEmpty()) {
      return new Standing.Stranger();
    }
    Who who = new Who(origin.team().id(), user);
    return fresh(who)
        .orElseGet(() -> ask(origin, who))
        .standing()
        .orElseGet(() -> untold(origin, user));
  }

  @Override
  public void close() {
    SlackHttp.close(slack);
  }

  private Standing untold(SlackOrigin origin, String user) {
    if (origin.shared() || origin.isForeign()) {
      return new Standing.Stranger();
    }
    String workspace = origin.team().id();
    return letInBefore.test(new Address(Address.Kind.SLACK, workspace, user))
        ? new Standing.Member(workspace)
        : new Standing.Unknown();
  }

  private Optional<Told> fresh(Who who) {
    return Optional.ofNullable(told.get(who)).filter(it -> clock.instant().isBefore(it.until()));
  }

  private Told ask(SlackOrigin origin, Who who) {
    Optional<Standing> answer =
        tokens.in(origin.team()) instanceof SlackTokens.BotToken.Good token
            ? ask(origin.team(), who.user(), token)
            : Optional.empty();
    Told now =
        answer.isPresent() ? new Told(answer, clock.instant().plus(GOOD_FOR)) : untold(last(who));
    told.put(who, now);
    return now;
  }

  private Told untold(Optional<Standing> last) {
    Duration goodFor = last.isPresent() ? AFTER_FAILURE : WHILE_UNKNOWN;
    return new Told(last, clock.instant().plus(goodFor));
  }

  private Optional<Standing> last(Who who) {
    return Optional.ofNullable(told.get(who)).flatMap(Told::standing);
  }

  private Optional<Standing> ask(SlackTeam team, String user, SlackTokens.BotToken.Good token) {
    try {
      UsersInfoResponse response =
          slack.methods(token.value()).usersInfo(request -> request.user(user));
      if (response.isOk() && response.getUser() != null) {
        return Optional.of(SlackPeople.standing(response.getUser(), team, token.gridWide()));
      }
      trouble.note("users.info", Optional.ofNullable(response.getError()).orElse("unknown"));
    } catch (SlackApiException refused) {
      trouble.note("users.info", "http_" + refused.getResponse().code());
    } catch (IOException | JsonParseException lost) {
      trouble.note("users.info", "no_reply");
    }
    return Optional.empty();
  }

  private record Who(String team, String user) {}

  /**
   * What Slack told of somebody.
   *
   * @param standing empty if it did not tell
   */
  private record Told(Optional<Standing> standing, Instant until) {}

  /** The least recently used go first. */
  private static final class Recent extends LinkedHashMap<Who, Told> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Who, Told> eldest) {
      return size() > MOST_REMEMBERED;
    }
  }
}
