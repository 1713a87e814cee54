package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.rapport.bot.campaign.nudge.Material;
import org.rapport.bot.campaign.nudge.Offer;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.knowledge.content.Fact;
import org.rapport.knowledge.content.Section;

/** Says what a nudge rests on, with buttons that lead to the sections of the guidance. */
final class Citations {
  private static final int MOST_SOURCES = 3;

  private final Supplier<Material> material;
  private final Wording wording;

  Citations(Supplier<Material> material, Wording wording) {
    this.material = material;
    this.wording = wording;
  }

  /** Of each part of an offer the section that helps most, and where it comes from. */
  List<Block> of(Offer offer) {
    List<Section> sections =
        sections(
            Stream.of(
                    offer.post().flatMap(idea -> idea.post().guidance().stream().findFirst()),
                    offer.network().flatMap(network -> network.guidance().stream().findFirst()),
                    offer.check().flatMap(check -> check.guidance()))
                .flatMap(Optional::stream)
                .toList());
    List<Block> blocks = new ArrayList<>();
    List<Block.Source> sources = sources(sections);
    if (!sources.isEmpty()) {
      blocks.add(new Block.Sources(sources));
    }
    asks(sections).ifPresent(blocks::add);
    return blocks;
  }

  /** Buttons that ask for sections, each once. */
  Optional<Block> ask(List<String> ids) {
    return asks(sections(ids));
  }

  /** The title of a section; empty if there is none of that id. */
  Optional<String> title(String id) {
    return material.get().section(id).map(Section::title);
  }

  private List<Section> sections(List<String> ids) {
    return ids.stream().distinct().flatMap(id -> material.get().section(id).stream()).toList();
  }

  private Optional<Block> asks(List<Section> sections) {
    List<Block.Button> buttons =
        sections.stream()
            .map(Section::title)
            .map(title -> new Block.Button(title, new Action.Ask(title)))
            .toList();
    return buttons.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Choices(wording.words("nudge.more"), buttons));
  }

  private List<Block.Source> sources(List<Section> sections) {
    return sections.stream()
        .flatMap(section -> material.get().sources(section.facts()).stream().limit(1))
        .map(Citations::source)
        .distinct()
        .limit(MOST_SOURCES)
        .toList();
  }

  private static Block.Source source(Fact.Origin origin) {
    return new Block.Source(
        origin.title(), origin.publisher(), origin.date(), Optional.of(origin.url()));
  }
}
