package org.rapport.bot.conversation.privacy;

/** What sort of personal data was found, and what stands in its place. */
public enum Kind {
  PERSON("person", false),
  EMAIL("email", true),
  LINK("link", false),
  HANDLE("handle", false),
  NI_NUMBER("NI number", true),
  DATE_OF_BIRTH("date of birth", true),
  HOSPITAL_NUMBER("hospital number", true),
  BANK_CARD("bank card", true),
  NHS_NUMBER("NHS number", true),
  PHONE("phone", true),
  IP_ADDRESS("IP address", true),
  POSTCODE("postcode", true),
  NUMBER_PLATE("number plate", true),
  ADDRESS("address", true),
  NUMBER("number", false),
  NAME("name", false);

  private final String label;
  private final boolean alwaysTold;

  Kind(String label, boolean alwaysTold) {
    this.label = label;
    this.alwaysTold = alwaysTold;
  }

  /** What is kept instead, as {@code [phone]}. */
  public String instead() {
    return "[" + label + "]";
  }

  /** A word that can stand in its place in a sentence. */
  String spoken() {
    return this == PERSON || this == NAME ? "someone" : label;
  }

  /** Whether it is personal whatever stands beside it. */
  boolean alwaysTold() {
    return alwaysTold;
  }
}
