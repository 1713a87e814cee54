package org.rapport.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;

/** A comms lead asks what to write next; the guidance has a few sections. */
@ParameterizedClass
@EnumSource
class UnansweredCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.now();
  private static final Instant LAST_MONTH = NOW.minus(Duration.ofDays(30));

  @TempDir static Path home;

  private final TestDatabase database;
  private String url = "";
  private int asked;

  UnansweredCommandTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeAll
  static void index() throws IOException {
    Path content = SmallContent.in(home.resolve("content"));
    assertThat(CommandRun.of(home, "reindex", "--content", content.toString()).code()).isZero();
  }

  @BeforeEach
  void twoOrganisations() {
    url = database.freshUrl(home).orElseThrow();
    write(store -> {
      store.migrate();
      for (String id : List.of("trust", "board")) {
        store.run(handle ->
            handle.execute(
                "insert into organisation (id, name, created_at) values (?, ?, 1)", id, id));
      }
    });
  }

  @Test
  void questionsThatAskAlikeAreOneGroupWithItsNearestSection() {
    ask("trust", "which platform is best for my org", NOW, true);
    ask("trust", "what to wear on tv", LAST_MONTH, false);
    ask("board", "what should i wear for a tv interview", NOW, true);

    CommandRun run = run();

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    List<String> lines = run.out().lines().toList();
    assertThat(lines.get(0)).contains("wear");
    assertThat(lines.get(1))
        .isEqualTo(
            "  asked: 2, unanswered: 1, rated wrong: 1, from %s to %s"
                .formatted(day(LAST_MONTH), day(NOW)));
    assertThat(lines.get(2)).startsWith("  also: what ").contains("wear");
    assertThat(lines.get(3)).matches("  nearest: [a-z-]+, .+");
    assertThat(lines).contains("which platform is best for my org");
    assertThat(lines.getLast()).isEqualTo("questions: 3, groups: 2, whose words are not kept: 0");
  }

  @Test
  void programsReadTheGroupsAsJson() throws JsonProcessingException {
    ask("trust", "what to wear on tv", NOW, true);
    ask("trust", "What to wear on TV?", NOW, false);
    ask("trust", "[not kept: it may name a person]", NOW, true);

    CommandRun run = run("--json");

    assertThat(run.out()).hasLineCount(1);
    JsonNode node = JSON.readTree(run.out());
    assertThat(node.path("questions").asInt()).isEqualTo(2);
    assertThat(node.path("withoutWords").asInt()).isEqualTo(1);
    assertThat(node.path("groups")).hasSize(1);
    JsonNode group = node.path("groups").path(0);
    assertThat(group.path("asked").asInt()).isEqualTo(2);
    assertThat(group.path("unanswered").asInt()).isEqualTo(1);
    assertThat(group.path("ratedWrong").asInt()).isEqualTo(1);
    assertThat(group.path("question").asText()).isEqualToIgnoringCase("what to wear on tv?");
    assertThat(group.path("otherWordings").isArray()).isTrue();
    assertThat(group.path("nearestSection").asText()).isNotBlank();
    assertThat(group.path("nearestTitle").asText()).isNotBlank();
    assertThat(group.path("firstAsked").asText()).isEqualTo(day(NOW).toString());
    assertThat(group.path("lastAsked").asText()).isEqualTo(day(NOW).toString());
  }

  @Test
  void aSpreadsheetTakesNoWordsForAFormula() {
    ask("trust", "=HYPERLINK(A1,\"press\")", NOW, true);
    ask("trust", "+44 what is that", NOW, true);
    ask("trust", "-1+cmd|' /C calc'!A0", NOW, true);
    ask("trust", "@ what time should I post", NOW, true);
    ask("trust", "\uFF1D1+1 full width", NOW, true);
    ask("trust", "a comma, and \"quotes\"", NOW, true);

    CommandRun run = run("--csv");

    assertThat(run.out())
        .startsWith(
            "asked,unanswered,rated_wrong,question,other_wording_1,other_wording_2,other_wording_3,"
                + "nearest_section,nearest_title,first_asked,last_asked,wrong\r\n1,1,0,")
        .contains(
            "1,1,0,\"'=HYPERLINK(A1,\"\"press\"\")\",,,,",
            "1,1,0,'+44 what is that,",
            "1,1,0,'-1+cmd|' /C calc'!A0,",
            "1,1,0,'@ what time should I post,",
            "1,1,0,'=1+1 full width,",
            "1,1,0,\"a comma, and \"\"quotes\"\"\",")
        .endsWith("," + day(NOW) + "," + day(NOW) + ",\r\n");
    assertThat(run.out().lines()).hasSize(7);
  }

  @Test
  void whatAskersSaidWasWrongIsShownWithTheirGroupInEveryForm() throws JsonProcessingException {
    ask("trust", "what to wear on tv", NOW, false);
    remark("q" + asked, "out-of-date", "=it is from 2013, ring 07700 900123");
    ask("trust", "What to wear on TV?", NOW, false);
    remark("q" + asked, "hard-to-understand", "");
    ask("trust", "[not kept: it may name a person]", NOW, false);
    remark("q" + asked, "other", "too long");

    assertThat(run().out())
        .contains(
            "  wrong: out of date: =it is from 2013, ring [phone]",
            "  wrong: hard to understand",
            "wrong: other: too long");
    JsonNode node = JSON.readTree(run("--json").out());
    assertThat(node.at("/groups/0/wrong").findValuesAsText("because"))
        .containsExactlyInAnyOrder("out-of-date", "hard-to-understand");
    assertThat(node.at("/otherRemarks/0/words").asText()).isEqualTo("too long");
    assertThat(run("--csv").out()).contains("out of date: =it is from 2013", "hard to understand");
  }

  @Test
  void oneOrganisationAndTheLastDaysCanBeChosen() {
    ask("trust", "what to wear on tv", LAST_MONTH, true);
    ask("trust", "who owns tiktok now", NOW, true);
    ask("board", "is canva pro free for the nhs", NOW, true);

    assertThat(run("--organisation", "trust", "--since", "7").out())
        .contains("who owns tiktok now", "questions: 1, groups: 1")
        .doesNotContain("wear", "canva");
  }

  @Test
  void anUnknownOrganisationIsRefusedInOneLine() {
    CommandRun run = run("--organisation", "other");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).contains("no organisation other", "trust", "board");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void whereNothingWasMissedItSaysSo() {
    assertThat(run().out().strip())
        .isEqualTo("questions: 0, groups: 0, whose words are not kept: 0");
    assertThat(run("--csv").out()).hasLineCount(1);
  }

  @Test
  void aDatabaseThatNeverServedIsLeftAsItIs() {
    url = database.freshUrl(home).orElseThrow();

    CommandRun run = run();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).startsWith("No question is kept yet");
    assertThat(Store.embeddedFile(new DataFolder(home), Optional.of(url)).filter(Files::exists))
        .isEmpty();
  }

  private CommandRun run(String... options) {
    String[] arguments =
        Stream.concat(Stream.of("unanswered"), Arrays.stream(options)).toArray(String[]::new);
    return CommandRun.with(home, List.of("DATABASE_URL", url), arguments);
  }

  /** One that got no answer, or one that was answered wrong. */
  private void ask(String organisation, String words, Instant at, boolean unanswered) {
    asked++;
    write(store ->
        store.run(handle ->
            handle.execute(
                "insert into question (id, organisation_id, channel, words, outcome, confidence,"
                    + " generation, asked_at, was_right) values (?, ?, 'slack', ?, ?, 0.1, 1, ?, ?)",
                "q" + asked,
                organisation,
                words,
                unanswered ? "unsure" : "found",
                at.toEpochMilli(),
                unanswered ? null : false)));
  }

  private void remark(String question, String because, String words) {
    write(store ->
        store.run(handle ->
            handle.execute(
                "update question set wrong_because = ?, wrong_words = ? where id = ?",
                because,
                words,
                question)));
  }

  private void write(Consumer<Store> work) {
    try (Store store = Store.open(new DataFolder(home), Optional.of(url))) {
      work.accept(store);
    }
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneId.of("Europe/London"));
  }
}
