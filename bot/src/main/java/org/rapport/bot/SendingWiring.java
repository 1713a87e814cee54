package org.rapport.bot;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.channel.Address;
import org.rapport.bot.delivery.Composer;
import org.rapport.bot.delivery.Eligibility;
import org.rapport.bot.delivery.Freeze;
import org.rapport.bot.delivery.Outlet;
import org.rapport.bot.delivery.Sending;

/** Sends nudges through the channels that are there, which are added as they are connected. */
final class SendingWiring {
  private final Map<Address.Kind, Outlet> outlets = new EnumMap<>(Address.Kind.class);

  /** Has nudges to addresses of a channel sent by it. */
  void add(Address.Kind channel, Outlet outlet) {
    outlets.put(channel, outlet);
  }

  /** Where nudges to a kind of channel go out; empty if it is not connected. */
  Optional<Outlet> outlet(Address.Kind kind) {
    return Optional.ofNullable(outlets.get(kind));
  }

  /** Begins to send. */
  void start(Foundation base, Audit audit, Composer composer, Eligibility eligibility) {
    base.parts()
        .add(
            new Sending(
                base.store(),
                new Freeze(base.store(), audit, base.clock()),
                composer,
                eligibility,
                outlets,
                base.clock(),
                base.meters()))
        .start();
  }
}
