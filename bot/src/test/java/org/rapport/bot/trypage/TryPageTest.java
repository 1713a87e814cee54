package org.rapport.bot.trypage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.bot.Chromium;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.http.TestServer;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.SampleForms;

/** A newcomer on the try page, in a real browser. */
class TryPageTest {
  private static final List<String> WCAG_22_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static Chromium browser;

  private final SampleCoach coach = new SampleCoach();
  private final TestServer server = Sample.server(coach);
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private Page page;

  @BeforeAll
  static void launch() {
    browser = Chromium.launch();
  }

  @AfterAll
  static void quit() {
    browser.close();
  }

  @BeforeEach
  void open() {
    page = browser.newPage();
    page.onRequest(request -> requests.add(request.url()));
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.navigate(server.origin() + "/");
  }

  @AfterEach
  void close() {
    page.close();
    server.close();
  }

  @Test
  void thePageIsAccessibleBeforeAndAfterAnAnswerAndInEachPreview() {
    for (int width : List.of(1280, 390)) {
      page.setViewportSize(width, 900);
      page.reload();
      assertAccessible("before an answer, " + width);

      ask("Where do I start?");
      assertAccessible("in Slack, " + width);

      openTeams();
      assertAccessible("in Teams, " + width);

      teams().getByText("Yes", new Locator.GetByTextOptions().setExact(true)).click();
      assertThat(teams().locator(".rated")).containsText("Thank you");
      assertAccessible("after a rating, " + width);
    }
  }

  @Test
  void nothingScrollsSidewaysOnAPhone() {
    page.setViewportSize(360, 740);
    ask("Where do I start?");
    openTeams();

    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
  }

  @Test
  void askingWorksByKeyboardAlone() {
    page.keyboard().type("Where do I start?");
    page.keyboard().press("Enter");

    assertThat(answer()).containsText("Start by listening");
    assertThat(page.locator("#asked")).isFocused();
    assertThat(page.locator("#status")).containsText("Answer: Start by listening");

    page.locator("#tab-slack").focus();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#tab-teams")).isFocused();
    assertThat(teams()).containsText("Start by listening");
    page.keyboard().press("Tab");
    assertThat(teams()).isFocused();
  }

  @Test
  void anExampleAsksItself() {
    Locator example = page.locator(".examples button").first();
    String question = example.textContent();
    example.click();

    assertThat(page.locator("#asked")).hasText(question);
    assertThat(coach.heard)
        .singleElement()
        .isInstanceOfSatisfying(
            Incoming.Asked.class, asked -> assertThat(asked.text()).isEqualTo(question));
  }

  @Test
  void aRelatedQuestionIsAskedFromTheAnswerFromSlackAndFromTeams() {
    String related = "How often should a leader post?";
    ask("one");
    press(answer(), related);
    assertThat(page.locator("#asked")).hasText(related);

    ask("two");
    press(slack(), related);
    assertThat(page.locator("#asked")).hasText(related);

    ask("three");
    openTeams();
    press(teams(), related);
    assertThat(page.locator("#asked")).hasText(related);

    assertThat(coach.heard.stream().map(Incoming.Asked.class::cast).map(Incoming.Asked::text))
        .containsExactly("one", related, "two", related, "three", related);
  }

  @Test
  void sayingWhetherItWasRightIsHeardAndThanked() {
    ask("Where do I start?");
    press(answer(), "No");
    assertThat(answer().locator(".rated")).containsText("Thank you");
    assertThat(slack().locator(".rated")).containsText("Only visible to you");

    press(slack(), "Yes");
    assertThat(page.locator("#status")).containsText("Thank you");

    assertThat(coach.heard.stream().filter(Incoming.Rated.class::isInstance))
        .extracting(rated -> ((Incoming.Rated) rated).right())
        .containsExactly(false, true);
  }

  @Test
  void aFormIsFilledInAndSentByKeyboardAloneAndIsAccessible() {
    ask("Where do I start?");
    press(answer(), "What was wrong?");
    assertThat(answer().locator("form h3")).isFocused();
    assertAccessible("with a form");

    page.keyboard().press("Tab");
    for (int i = 0; i < 3; i++) {
      page.keyboard().press("Tab");
    }
    page.keyboard().type("A name");
    press(answer(), "Send");
    assertThat(answer().locator(".mend")).hasText("Please answer this.");
    assertThat(answer().locator("fieldset[aria-invalid] input").first()).isFocused();
    assertThat(answer().getByLabel("A name for it")).hasValue("A name");
    assertAccessible("with a form to mend");

    page.keyboard().press("ArrowDown");
    answer().getByLabel("LinkedIn").check();
    answer().getByLabel("Pause until").fill("2026-11-22");
    press(answer(), "Send");
    assertThat(answer().locator(".rated")).containsText("Thank you");
    assertThat(slack().locator(".rated")).containsText("Thank you");

    assertThat(((FormStep.Sent) coach.steps.stream().toList().getLast()).entered())
        .isEqualTo(
            new Entered(
                Map.of(
                    "why", List.of("other"),
                    "networks", List.of("linkedin"),
                    "name", List.of("A name"),
                    "day", List.of("2026-11-22"))));
  }

  @Test
  void aHostileFormIsShownAsWords() {
    coach.form = SampleForms.hostile();
    ask("Where do I start?");
    press(answer(), "What was wrong?");

    assertThat(answer().locator("legend")).containsText("<script>alert('x')</script>");
    assertThat(answer().locator("textarea")).hasValue(Pattern.compile("<script>"));
    assertThat(answer().locator("script")).hasCount(0);
    assertThat(complaints).isEmpty();
  }

  @Test
  void slackAndTeamsShowWhatTheirMarkupMeans() {
    ask("Where do I start?");
    assertThat(slack().locator("strong").getByText("ten people you respect")).isVisible();
    assertThat(slack().locator("em").getByText("one thing a week")).isVisible();
    assertThat(slack().locator("a[href='https://example.org/guide?a=1&b=2']")).isVisible();
    assertThat(slack().locator("blockquote")).containsText("night team");

    openTeams();
    assertThat(teams().locator("strong").getByText("ten people you respect")).isVisible();
    assertThat(teams().locator("em").getByText("one thing a week")).isVisible();
    assertThat(teams().locator("a[href='https://example.org/guide?a=1&b=2']")).isVisible();
    assertThat(teams().locator("ol > li")).hasCount(4);
  }

  @Test
  void aHostileAnswerIsShownAsWords() {
    ask("<hostile>");
    openTeams();
    for (Locator place : List.of(answer(), slack(), teams())) {
      assertThat(place).containsText(SampleCoach.HOSTILE);
      assertThat(place.locator("script, img[src='x'], [onclick], a[href^='javascript']"))
          .hasCount(0);
    }
    assertThat(page.evaluate("window.hacked")).isNull();
    assertThat(complaints).isEmpty();
  }

  @Test
  void nothingIsAskedOfAnyOtherSiteAndTheRendererOnlyWhenItIsNeeded() {
    ask("Where do I start?");
    assertThat(requests).noneMatch(url -> url.contains("adaptivecards"));

    openTeams();
    assertThat(requests).anyMatch(url -> url.contains("adaptivecards"));
    assertThat(requests).allMatch(url -> url.startsWith(server.origin() + "/"));
    assertThat(complaints).isEmpty();
  }

  @Test
  void aServerThatIsGoneIsTold() {
    server.close();
    page.locator("#question").fill("Where do I start?");
    page.keyboard().press("Enter");

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("cannot be reached");
  }

  private void ask(String question) {
    page.locator("#question").fill(question);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask").setExact(true))
        .click();
    assertThat(page.locator("#asked")).hasText(question);
  }

  private void openTeams() {
    page.locator("#tab-teams").click();
    assertThat(teams().locator(".ac-adaptiveCard").first()).isVisible();
  }

  private static void press(Locator place, String label) {
    place
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true))
        .click();
  }

  private Locator answer() {
    return page.locator("#answer");
  }

  private Locator slack() {
    return page.locator("#slack");
  }

  private Locator teams() {
    return page.locator("#teams");
  }

  private void assertAccessible(String when) {
    List<Rule> violations = new AxeBuilder(page).withTags(WCAG_22_AA).analyze().getViolations();
    assertThat(violations)
        .as(when)
        .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }
}
