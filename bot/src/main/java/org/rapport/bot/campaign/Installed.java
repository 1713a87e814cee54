package org.rapport.bot.campaign;

import org.rapport.bot.channel.Address;

/** Where Rapport is installed, and can write to people. */
@FunctionalInterface
public interface Installed {

  /** Whether it is in a workspace or tenant, as far as is known without asking the channel. */
  boolean in(Address.Kind channel, String workspace);
}
