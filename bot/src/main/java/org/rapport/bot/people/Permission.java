package org.rapport.bot.people;

/** Something that not everybody may do with Rapport. */
public enum Permission {
  /** Ask, rate answers, and see and change what is one's own. */
  ASK("ask, rate answers, and settle what is their own"),
  /** Plan, start and stop campaigns. */
  CAMPAIGNS("run campaigns"),
  /** Answer what people ask an expert. */
  EXPERT_ANSWERS("answer as an expert"),
  /** Stop every nudge at once, and let them go on. */
  FREEZE("freeze and unfreeze nudges"),
  /** Give, take out and roll back the organisation's own documents. */
  GUIDANCE("change their organisation's own guidance"),
  /** See, grant and revoke roles. */
  ROLES("grant and revoke roles"),
  /** Join workspaces to one organisation. */
  JOINING("join workspaces to one organisation");

  private final String words;

  Permission(String words) {
    this.words = words;
  }

  /** What it allows, in words that follow "may". */
  public String words() {
    return words;
  }
}
