package org.rapport.bot.channel.slack;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the bot may do in Slack, and which feature each scope is for; the manifest asks for these. A
 * workspace may leave out the optional ones.
 */
public enum SlackScopes {
  COMMANDS("commands", "the command /coach and the shortcuts"),
  MENTIONS("app_mentions:read", "answers to mentions in channels"),
  WRITING("chat:write", "every answer but those to /coach"),
  DIRECT_MESSAGES("im:history", "answers to direct messages"),
  OPENING("im:write", "direct messages that Rapport begins"),
  TAKING_FILES("files:read", "the documents that admins send"),
  GIVING_FILES("files:write", "a person's own data as a file"),
  PEOPLE("users:read", "telling guests and other organisations' people from yours"),
  ASSISTANT("assistant:write", "the assistant pane"),
  GROUPS("usergroups:read", "enrolling people from a user group", true),
  CHANNELS("channels:read", "campaigns for the members of a public channel", true),
  PRIVATE_CHANNELS("groups:read", "campaigns for the members of a private channel", true),
  THREADS("channels:history", "what was said before a mention in a public channel's thread", true),
  PRIVATE_THREADS(
      "groups:history", "what was said before a mention in a private channel's thread", true);

  private final String scope;
  private final String feature;
  private final boolean optional;

  SlackScopes(String scope, String feature) {
    this(scope, feature, false);
  }

  SlackScopes(String scope, String feature, boolean optional) {
    this.scope = scope;
    this.feature = feature;
    this.optional = optional;
  }

  /** Slack's name of the scope. */
  public String scope() {
    return scope;
  }

  /** What does not work without it. */
  public String feature() {
    return feature;
  }

  /** Whether everything else works without it. */
  public boolean optional() {
    return optional;
  }

  /** All of them, as Slack's consent page takes them. */
  public static String asked() {
    return Arrays.stream(values()).map(SlackScopes::scope).collect(Collectors.joining(","));
  }

  /** Those that are not among the granted ones, which are Slack's names. */
  public static List<SlackScopes> missing(Set<String> granted) {
    return Arrays.stream(values()).filter(it -> !granted.contains(it.scope())).toList();
  }
}
