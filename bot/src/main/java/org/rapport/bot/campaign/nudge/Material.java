package org.rapport.bot.campaign.nudge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.Fact;
import org.rapport.knowledge.content.Section;
import org.rapport.knowledge.library.AwarenessDay;
import org.rapport.knowledge.library.Library;
import org.rapport.knowledge.library.Network;
import org.rapport.knowledge.library.Stage;
import org.rapport.knowledge.library.SuggestedPost;

/** What nudges are made of and what they rest on, by id. */
public final class Material {
  private final Library library;
  private final Map<String, Section> sections;
  private final Map<String, Fact> facts;
  private final Map<String, SuggestedPost> posts;
  private final Map<String, Network> networks;
  private final Map<String, Stage.SmallCheck> checks;
  private final Map<String, AwarenessDay> days;

  public Material(Content content) {
    this.library = content.library();
    this.sections = byId(content.sections().stream(), Section::id);
    this.facts = content.facts();
    this.posts = byId(library.posts().stream(), SuggestedPost::id);
    this.networks = byId(library.networks().stream(), Network::id);
    this.checks =
        byId(
            library.journey().stream()
                .flatMap(journey -> journey.stages().stream())
                .flatMap(stage -> stage.checks().stream()),
            Stage.SmallCheck::id);
    this.days = byId(library.calendar().days().stream(), AwarenessDay::id);
  }

  public Library library() {
    return library;
  }

  public Optional<SuggestedPost> post(String id) {
    return Optional.ofNullable(posts.get(id));
  }

  public Optional<Network> network(String id) {
    return Optional.ofNullable(networks.get(id));
  }

  public Optional<Stage.SmallCheck> check(String id) {
    return Optional.ofNullable(checks.get(id));
  }

  public Optional<AwarenessDay> day(String id) {
    return Optional.ofNullable(days.get(id));
  }

  /** A section of the guidance. */
  public Optional<Section> section(String id) {
    return Optional.ofNullable(sections.get(id));
  }

  /** Where facts come from, each source once; those without a source have none. */
  public List<Fact.Origin> sources(List<String> ids) {
    List<Fact.Origin> sources = new ArrayList<>();
    for (String id : ids) {
      Optional.ofNullable(facts.get(id)).ifPresent(fact -> sources.addAll(fact.sources()));
    }
    return sources.stream().distinct().toList();
  }

  private static <T> Map<String, T> byId(Stream<T> all, Function<T, String> id) {
    return all.collect(Collectors.toUnmodifiableMap(id, Function.identity(), (a, b) -> a));
  }
}
