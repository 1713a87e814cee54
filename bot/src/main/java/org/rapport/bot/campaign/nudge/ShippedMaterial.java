package org.rapport.bot.campaign.nudge;

import java.util.Optional;
import java.util.function.Supplier;
import org.rapport.knowledge.content.ShippedContent;

/** The material that comes with Rapport, read when it is first needed. */
public final class ShippedMaterial implements Supplier<Material> {
  private Optional<Material> read = Optional.empty();

  @Override
  public synchronized Material get() {
    Material material = read.orElseGet(() -> new Material(ShippedContent.read()));
    read = Optional.of(material);
    return material;
  }
}
