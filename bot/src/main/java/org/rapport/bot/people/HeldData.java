package org.rapport.bot.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.channel.Address;

/**
 * Everything that is held about a person.
 *
 * @param organisation its name
 * @param since when they first wrote
 * @param introduced when they were told who can see what
 * @param granted the role that they were granted
 * @param preferences empty if they never said anything
 * @param codes what each code that they made and nobody used is for, and until when
 * @param joining what they are asked, or asked, to join
 * @param signed what names them in the records of their organisation, a line each
 */
public record HeldData(
    String id,
    String organisation,
    List<Address> addresses,
    Instant since,
    Optional<Instant> introduced,
    Role granted,
    Optional<Preferences> preferences,
    List<History.Entry> history,
    List<Code> codes,
    List<JoinRequest> joining,
    List<String> signed) {
  public HeldData {
    addresses = List.copyOf(addresses);
    history = List.copyOf(history);
    codes = List.copyOf(codes);
    joining = List.copyOf(joining);
    signed = List.copyOf(signed);
  }

  /** A one-time code that is kept as a hash. */
  public record Code(String purpose, Instant until) {}
}
