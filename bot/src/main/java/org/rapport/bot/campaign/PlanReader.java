package org.rapport.bot.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.rapport.bot.campaign.schedule.SendRules;
import org.rapport.bot.channel.Circle;
import org.rapport.bot.people.Group;
import org.rapport.bot.people.Position;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.people.Stage;

/** Reads a plan from JSON; {@link PlanJson} says what it looks like. */
public final class PlanReader {
  /** In characters. */
  public static final int LONGEST = 200_000;

  private static final int MOST_NAMES = 200;

  /** Each is read, all within a short time. */
  private static final int MOST_CHANNELS = 20;

  private static final Set<String> GROUP =
      Set.of("positions", "stages", "tags", "workspaces", "lists", "channels");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,80}");
  private static final Pattern WORKSPACE =
      Pattern.compile("slack:[TE][A-Z0-9]{1,30}|teams:[a-zA-Z0-9-]{1,60}");
  private static final String OWN = "own";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build());
  }

  private final List<String> problems = new ArrayList<>();

  private PlanReader() {}

  /**
   * Reads a plan that somebody wrote.
   *
   * @param library asked only if the plan names something of it
   * @throws InputRefused naming every problem
   */
  public static Plan read(String json, Supplier<LibraryIds> library) {
    Plan plan = kept(json);
    if (plan.nudges().stream().anyMatch(LibraryIds::isNamedIn)) {
      List<String> unknown = library.get().unknown(plan.nudges());
      if (!unknown.isEmpty()) {
        throw new InputRefused(unknown);
      }
    }
    return plan;
  }

  /**
   * Reads a plan that was taken before; what it names may be gone from the library since.
   *
   * @throws InputRefused naming every problem
   */
  static Plan kept(String json) {
    if (json.length() > LONGEST) {
      throw new InputRefused(List.of("expected at most " + LONGEST + " characters"));
    }
    PlanReader reader = new PlanReader();
    Optional<Plan> plan = reader.plan(tree(json));
    if (plan.isEmpty() || !reader.problems.isEmpty()) {
      throw new InputRefused(reader.problems);
    }
    return plan.get();
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException broken) {
      String where =
          broken.getLocation() == null ? "" : " at line " + broken.getLocation().getLineNr();
      throw new InputRefused(List.of("expected JSON, found something else" + where));
    }
  }

  private Optional<Plan> plan(JsonNode tree) {
    StrictJson top =
        StrictJson.of(tree, problems, Set.of("name", "kind", "nudges", "when", "audience"));
    Optional<String> name =
        top.required("name", "1 to " + Plan.LONGEST_NAME + " characters", PlanReader::name);
    Optional<Kind> kind = top.required("kind", "one-off, sequence or weekly", Kind::of);
    List<Nudge> nudges =
        top
            .objects("nudges", Plan.MOST_NUDGES, Set.of("words", "post", "network", "check"))
            .stream()
            .flatMap(each -> nudge(each).stream())
            .toList();
    kind.ifPresent(known -> checkCount(top, known, nudges.size()));
    Optional<When> when =
        top.object("when", Set.of("start", "rule", "until", "zone", "tooLateAfterHours"))
            .flatMap(each -> when(each, kind));
    if (!top.has("when")) {
      top.problem("when", "missing; expected an object with start");
    }
    Audience audience =
        top.object("audience", Set.of("to", "not")).map(this::audience).orElse(Audience.EVERYONE);
    if (name.isEmpty() || kind.isEmpty() || when.isEmpty() || !problems.isEmpty()) {
      return Optional.empty();
    }
    Plan plan = new Plan(name.get(), kind.get(), nudges, when.get(), audience);
    checkRule(top, plan);
    return Optional.of(plan);
  }

  private static void checkCount(StrictJson top, Kind kind, int count) {
    switch (kind) {
      case ONE_OFF -> expect(top, count == 1, "one nudge for a one-off", count);
      case SEQUENCE -> expect(top, count >= 1, "one nudge or more for a sequence", count);
      case WEEKLY ->
          expect(top, count == 0, "none for the weekly coach, which finds each person's", count);
    }
  }

  private static void expect(StrictJson top, boolean isSo, String expected, int found) {
    if (!isSo) {
      top.problem("nudges", "expected " + expected + ", found " + found);
    }
  }

  private Optional<Nudge> nudge(StrictJson each) {
    Optional<String> words =
        each.text(
            "words",
            "1 to " + Nudge.LONGEST_WORDS + " characters",
            said -> words(said, Nudge.LONGEST_WORDS));
    Optional<String> post = each.text("post", "the id of a suggested post", PlanReader::id);
    Optional<String> network = each.text("network", "the id of a network", PlanReader::id);
    Optional<String> check =
        each.text(
            "check",
            "1 to " + Nudge.LONGEST_CHECK + " characters",
            said -> words(said, Nudge.LONGEST_CHECK));
    if (words.isEmpty() && post.isEmpty() && network.isEmpty() && check.isEmpty()) {
      each.problem("words", "expected words, a post, a network or a check");
      return Optional.empty();
    }
    return Optional.of(new Nudge(words.orElse(""), post, network, check));
  }

  private Optional<When> when(StrictJson each, Optional<Kind> kind) {
    Optional<LocalDateTime> start =
        each.required("start", "a date and time such as 2027-01-12T09:00", PlanReader::moment);
    Optional<String> rule =
        each.text("rule", "an RRULE such as FREQ=MONTHLY;BYDAY=1MO", Optional::of);
    if (rule.isPresent() && kind.filter(Kind.SEQUENCE::equals).isEmpty()) {
      each.problem("rule", "expected for a sequence only");
    }
    Optional<LocalDate> until = each.text("until", "a date such as 2027-06-30", PlanReader::day);
    if (until.isPresent() && kind.filter(Kind.ONE_OFF::equals).isPresent()) {
      each.problem("until", "expected for a sequence or the weekly coach only");
    }
    Optional<Optional<ZoneId>> zone =
        each.text("zone", "own, or a time zone such as Europe/London", PlanReader::zone);
    long longest = SendRules.LONGEST_WINDOW.toHours();
    Optional<Duration> tooLate =
        each.text(
            "tooLateAfterHours",
            "a number of hours from 1 to " + longest,
            said -> number(said, 1, (int) longest).map(Duration::ofHours));
    return start.map(from ->
        new When(
            from, rule, until, zone.orElse(Optional.empty()), tooLate.orElse(When.USUAL_TOO_LATE)));
  }

  private static void checkRule(StrictJson top, Plan plan) {
    try {
      new Timetable(plan);
    } catch (IllegalArgumentException wrong) {
      top.problem("when", String.valueOf(wrong.getMessage()));
    }
  }

  private Audience audience(StrictJson each) {
    Optional<StrictJson> to = each.object("to", GROUP);
    Optional<StrictJson> not = each.object("not", GROUP);
    return new Audience(
        to.map(PlanReader::group).orElse(Group.ANYBODY),
        not.map(PlanReader::group).orElse(Group.ANYBODY),
        to.map(PlanReader::circles).orElse(Set.of()),
        not.map(PlanReader::circles).orElse(Set.of()));
  }

  private static Set<Circle> circles(StrictJson each) {
    return new HashSet<>(
        each.texts("channels", MOST_CHANNELS, CircleText.EXPECTED, CircleText::read));
  }

  private static Group group(StrictJson each) {
    return new Group(
        set(each, "positions", "a position such as chief-executive", Position::of),
        set(each, "stages", "a stage from 0 to 5", said -> number(said, 0, 5).flatMap(Stage::of)),
        set(each, "tags", "a tag of 1 to 40 characters", said -> words(said, 40)),
        set(
            each,
            "workspaces",
            "slack:TEAM or teams:TENANT",
            said -> Optional.of(said).filter(it -> WORKSPACE.matcher(it).matches())),
        set(each, "lists", "the name of a list", said -> words(said, Plan.LONGEST_NAME)));
  }

  private static <T> Set<T> set(
      StrictJson each, String key, String expected, Function<String, Optional<T>> meaning) {
    return new HashSet<>(each.texts(key, MOST_NAMES, expected, meaning));
  }

  private static Optional<String> name(String said) {
    return words(said, Plan.LONGEST_NAME).filter(name -> name.lines().count() == 1);
  }

  private static Optional<String> words(String said, int longest) {
    return Optional.of(said.strip()).filter(it -> !it.isBlank() && it.length() <= longest);
  }

  private static Optional<String> id(String said) {
    return Optional.of(said).filter(it -> ID.matcher(it).matches());
  }

  private static Optional<Integer> number(String said, int least, int most) {
    return Optional.of(said)
        .filter(it -> it.matches("[0-9]{1,4}"))
        .map(Integer::valueOf)
        .filter(it -> it >= least && it <= most);
  }

  private static Optional<LocalDateTime> moment(String said) {
    try {
      return Optional.of(LocalDateTime.parse(said)).filter(at -> at.getSecond() == 0);
    } catch (DateTimeException unread) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String said) {
    try {
      return Optional.of(LocalDate.parse(said));
    } catch (DateTimeException unread) {
      return Optional.empty();
    }
  }

  private static Optional<Optional<ZoneId>> zone(String said) {
    return said.equals(OWN)
        ? Optional.of(Optional.empty())
        : Preferences.zone(said).map(Optional::of);
  }
}
