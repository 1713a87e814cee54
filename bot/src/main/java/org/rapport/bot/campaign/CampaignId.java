package org.rapport.bot.campaign;

import java.security.SecureRandom;

/** Short ids that people can type: ten letters and digits that nobody mistakes for others. */
final class CampaignId {
  private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
  private static final int LENGTH = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private CampaignId() {}

  static String fresh() {
    return RANDOM
        .ints(LENGTH, 0, LETTERS.length())
        .mapToObj(LETTERS::charAt)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }

  /** An id that somebody typed, as far as it can be one; for records of what they tried. */
  static String shown(String typed) {
    return typed.matches("[0-9a-z]{1,40}") ? typed : "(no id)";
  }
}
