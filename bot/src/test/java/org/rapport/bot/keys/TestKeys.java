package org.rapport.bot.keys;

/** Keys for tests that only need some. */
public final class TestKeys {
  private TestKeys() {}

  /** Always the same. */
  public static Keys some() {
    return Keys.of("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
  }
}
