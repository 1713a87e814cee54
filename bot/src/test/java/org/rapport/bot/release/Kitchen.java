package org.rapport.bot.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rapport.bot.audit.Actor;
import org.rapport.knowledge.ask.Indexing;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.Fact;
import org.rapport.knowledge.content.Language;
import org.rapport.knowledge.content.Section;
import org.rapport.knowledge.evaluate.Gate;
import org.rapport.knowledge.evaluate.GoldenQuestion;
import org.rapport.knowledge.index.Edition;

/** Small guidance about cooking, one section a dish, and golden questions for it. */
final class Kitchen {
  static final Actor COOK = new Actor("cook", "a test");

  private Kitchen() {}

  static String question(String dish) {
    return "how do I make " + dish;
  }

  /**
   * @param dishesAndWays dish and how it is made, in turn
   */
  static Edition edition(String... dishesAndWays) {
    List<Section> sections =
        IntStream.range(0, dishesAndWays.length / 2)
            .mapToObj(i -> section(dishesAndWays[2 * i], dishesAndWays[2 * i + 1]))
            .toList();
    Map<String, Fact> facts =
        sections.stream()
            .map(section -> section.facts().getFirst())
            .distinct()
            .collect(
                java.util.stream.Collectors.toMap(
                    id -> id,
                    id -> new Fact(id, Fact.Tag.VERIFY, Fact.Kind.ADVICE, "Cook.", List.of())));
    return Indexing.edition(
        new Content(sections, facts, List.of(), List.of(), List.of(), Language.PLAIN));
  }

  /** One golden question a dish. */
  static List<GoldenQuestion> golden(String... dishes) {
    return Stream.of(dishes)
        .map(dish ->
            new GoldenQuestion(
                "g-" + dish,
                "how can I make " + dish,
                GoldenQuestion.Expect.FOUND,
                Set.of(fact(dish))))
        .toList();
  }

  static Order order(String owner, Edition edition, List<GoldenQuestion> golden) {
    return new Order(owner, edition, Released.Origin.FOLDER, golden, COOK);
  }

  static Order forced(Order order) {
    return new Order(
        order.owner(),
        order.edition(),
        order.origin(),
        order.golden(),
        Gate.USUAL_MARGIN,
        true,
        order.by());
  }

  private static String fact(String dish) {
    return "F-1." + dish;
  }

  private static Section section(String dish, String way) {
    return new Section(
        dish,
        "kitchen/" + dish,
        "How do I make " + dish + "?",
        List.of("how do i make " + dish, "making " + dish, "a recipe for " + dish),
        way,
        List.of("Wait"),
        List.of("It is hot."),
        Optional.empty(),
        List.of(fact(dish)),
        List.of("any"),
        List.of(0),
        "Cook",
        LocalDate.of(2027, 5, 31),
        List.of());
  }
}
