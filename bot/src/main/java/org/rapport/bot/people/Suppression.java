package org.rapport.bot.people;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * Addresses of people who were forgotten, as keyed hashes: nobody can be read out of it, but no
 * campaign writes to them again.
 */
public final class Suppression {
  private final Store store;
  private final Fingerprints fingerprints;
  private final InstantSource clock;

  public Suppression(Store store, KeyedHash hash, InstantSource clock) {
    this.store = store;
    this.fingerprints = new Fingerprints(hash);
    this.clock = clock;
  }

  /**
   * Whether nothing may be sent here unasked.
   *
   * @throws StoreAway while the database is away
   */
  public boolean includes(Address address) {
    return store.read(handle ->
        handle
            .createQuery("select 1 from suppression where address_hash in (<hashes>) limit 1")
            .bindList("hashes", fingerprints.address(address))
            .mapTo(Integer.class)
            .findOne()
            .isPresent());
  }

  /** Which of some addresses nothing may be sent to; in a transaction of the caller's. */
  Set<Address> among(Handle handle, Collection<Address> addresses) {
    Map<String, Address> byHash = new HashMap<>();
    addresses.forEach(
        each -> fingerprints.address(each).forEach(fingerprint -> byHash.put(fingerprint, each)));
    if (byHash.isEmpty()) {
      return Set.of();
    }
    return handle
        .createQuery("select address_hash from suppression where address_hash in (<hashes>)")
        .bindList("hashes", List.copyOf(byHash.keySet()))
        .mapTo(String.class)
        .stream()
        .flatMap(fingerprint -> Optional.ofNullable(byHash.get(fingerprint)).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Takes an address off it, since whoever is there asked to be written to.
   *
   * @throws StoreAway while the database is away
   */
  public void lift(Address address) {
    store.run(handle ->
        handle
            .createUpdate("delete from suppression where address_hash in (<hashes>)")
            .bindList("hashes", fingerprints.address(address))
            .execute());
  }

  void add(Handle handle, Address address) {
    handle.execute(
        "insert into suppression (address_hash, since) values (?, ?)"
            + " on conflict (address_hash) do nothing",
        fingerprints.address(address).getFirst(),
        clock.millis());
  }
}
