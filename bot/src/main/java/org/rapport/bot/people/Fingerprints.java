package org.rapport.bot.people;

import java.util.HexFormat;
import java.util.List;
import org.rapport.bot.channel.Address;

/** Keyed hashes as the tables have them, by the newest key first. */
record Fingerprints(KeyedHash hash) {

  /** Of an address; at least one. */
  List<String> address(Address address) {
    return hex("address", AddressText.of(AddressText.inOneCase(address)));
  }

  /** Of a one-time code for a purpose; at least one. */
  List<String> code(String purpose, String code) {
    return hex("one-time-code " + purpose, code);
  }

  private List<String> hex(String purpose, String text) {
    return hash.of(purpose, text).stream().map(HexFormat.of()::formatHex).toList();
  }
}
