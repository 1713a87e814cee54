package org.rapport.bot.campaign.nudge;

import java.util.regex.Pattern;

/** Turns of phrase that the guidance speaks against. */
enum Telltale {
  /** Praise that wears people out. */
  HERO("\\b(?i:hero(?:es|ic|ics|ism)?|angels)\\b"),
  /** Of parties and voting for one; "labour" alone is a ward, and "reform" a change. */
  PARTY(
      "\\b(?:Labour (?:Party|MP|MPs|government|councillors?|candidates?|manifesto)"
          + "|Conservative (?:Party|MP|MPs|government|councillors?|candidates?|manifesto)"
          + "|Conservatives|Tory|Tories|Lib ?Dems?|Liberal Democrats?|Reform UK|Green Party|SNP"
          + "|Plaid Cymru|Sinn F[eé]in|DUP"
          + "|(?i:vote|voting) (?:for )?(?:Labour|Conservative|Reform|Green|Plaid|Liberal))\\b"
          + "|#(?i:vote\\p{L}+)"),
  /** A question that invites people to say that they were patients. */
  ASKS_FOR_PATIENTS(
      "(?i)\\b(?:were|are|have) you (?:been |ever been |once )?(?:a|one of our|our) patients?\\b"
          + "|\\bwere you treated\\b|\\byour own (?:diagnosis|operation|treatment)\\b"),
  /** One person who is cared for. */
  PATIENT(
      "(?i)\\b(?:a|an|the|one|our|my|this|her|his)(?: [\\p{L}\\d-]{1,20}){0,2}"
          + " (?:patient|resident|service user|lady|gentleman|woman|man|girl|boy|baby|child|mum|dad"
          + "|mother|father|teenager|pensioner)\\b"),
  /** What helps to tell who it is (F-4.24). */
  DETAIL(
      "(?i)\\b\\d{1,3}[- ]years?[- ]old\\b|\\baged \\d{1,3}\\b|\\bin (?:his|her|their) (?:teens"
          + "|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\\b"
          + "|\\b(?:bed|bay|room|cubicle|ward) [a-z]?\\d{1,3}[a-z]?\\b|\\bdiagnosed with\\b"
          + "|\\badmitted (?:with|on|to|last|this|after)\\b|\\bdischarged (?:on|after|last|this)\\b"
          + "|\\b(?:came in|was brought in|died) (?:with|on|last|this|at|from|of)\\b|\\brare\\b"),
  PICTURE("(?i)\\b(?:photos?|pictures?|pictured|image|video|film|selfie)\\b");

  private final Pattern pattern;

  Telltale(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  boolean isIn(String words) {
    return pattern.matcher(words).find();
  }
}
