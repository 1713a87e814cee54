package org.rapport.bot.channel.slack;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the bot may do in Slack, and which feature each scope is for; the manifest asks for these.
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
  ASSISTANT("assistant:write", "the assistant pane");

  private final String scope;
  private final String feature;

  SlackScopes(String scope, String feature) {
    this.scope = scope;
    this.feature = feature;
  }

  /** Slack's name of the scope. */
  public String scope() {
    return scope;
  }

  /** What does not work without it. */
  public String feature() {
    return feature;
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
