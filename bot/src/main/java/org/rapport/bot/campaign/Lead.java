package org.rapport.bot.campaign;

import org.rapport.bot.audit.Actor;

/** Somebody who may run the campaigns of one organisation; only {@link Leads} makes one. */
public final class Lead {
  private final String organisation;
  private final String id;
  private final Actor actor;

  Lead(String organisation, String id, Actor actor) {
    this.organisation = organisation;
    this.id = id;
    this.actor = actor;
  }

  /** The id of theirs. */
  public String organisation() {
    return organisation;
  }

  /** Tells them from others, wherever they write from. */
  String id() {
    return id;
  }

  /** How the audit trail names them. */
  Actor actor() {
    return actor;
  }
}
