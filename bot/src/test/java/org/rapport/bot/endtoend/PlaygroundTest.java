package org.rapport.bot.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.Chromium;

/** A leader in a client like Teams, with a real browser: what the cards look and feel like. */
class PlaygroundTest {
  /** The Playground has no tokens, so Rapport takes it without an app id, in development only. */
  private static final Map<String, String> WITHOUT_APP_ID =
      Map.of(
          "RAPPORT_DEV", "true",
          "MicrosoftAppId", "",
          "MicrosoftAppPassword", "",
          "MicrosoftAppType", "",
          "RAPPORT_TEAMS_TENANTS", "");

  private static final int LONGEST_CONNECT_MILLIS = 20_000;

  @TempDir Path home;

  private RunningRapport rapport;
  private Playground playground;
  private Chromium browser;
  private Page page;

  @BeforeEach
  void open() {
    rapport = RunningRapport.on(Optional.empty(), home, WITHOUT_APP_ID);
    playground = Playground.before(rapport.address("/api/messages"));
    browser = Chromium.launch();
    page = browser.newPage();
    page.route(url -> !url.startsWith(playground.address().toString()), route -> route.abort());
    page.navigate(playground.address().toString());
  }

  @AfterEach
  void close() {
    browser.close();
    playground.close();
    rapport.close();
  }

  @Test
  void aLeaderAsksGoesOnToARelatedQuestionAndSaysThatItWasRight() {
    assertThat(card(0)).containsText("Who can see what.");
    assertThat(card(0)).containsText("Hello. I am Rapport.");

    ask("how often should I post");
    assertThat(card(1)).containsText("How often should I post?");
    assertThat(card(1)).containsText("is enough for a busy leader");
    assertThat(card(1)).not().containsText("Who can see what.");

    Locator related = card(1).getByRole(AriaRole.BUTTON).first();
    String next = related.innerText();
    related.click();
    assertThat(card(2)).containsText(next);
    assertThat(card(2)).containsText("Was this right?");

    button(card(1), "Yes").click();
    assertThat(card(1)).containsText("Thank you. That helps us keep the guidance right.");
    assertThat(button(card(1), "Yes")).hasCount(0);
    assertThat(button(card(2), "Yes")).isVisible();
    assertThat(rapport.kept().ratings()).containsExactly(true, null);
  }

  @Test
  void aLeaderSaysInAFormWhatWasWrong() {
    assertThat(card(0)).containsText("Hello. I am Rapport.");
    ask("how often should I post");
    button(card(1), "No").click();
    assertThat(card(1)).containsText("Thank you for saying so.");
    button(card(1), "What was wrong?").click();
    assertThat(card(2)).containsText("What was wrong with the answer?");

    button(card(2), "Send").click();
    assertThat(card(2)).containsText("Please answer this.");
    assertThat(rapport.kept().wrong()).isEmpty();

    card(2).getByText("It is out of date").click();
    card(2).getByLabel("In your words").fill("It is from 2013, says ama@trust.nhs.uk");
    button(card(2), "Send").click();
    assertThat(card(2)).containsText("Thank you. That goes to whoever writes the guidance");
    assertThat(card(1)).containsText("is enough for a busy leader");
    assertThat(rapport.kept().wrong())
        .containsExactly("out-of-date: It is from 2013, says [email]");
  }

  @Test
  void settingsAreChangedInTheirCard() {
    assertThat(card(0)).containsText("Hello. I am Rapport.");
    ask("settings");
    assertThat(card(1)).containsText("Your settings");
    button(card(1), "Change them").click();
    assertThat(card(2)).containsText("Time zone");
    button(card(2), "Save").click();
    assertThat(card(2)).containsText("Your settings");
    assertThat(button(card(2), "Save")).hasCount(0);
  }

  @Test
  void whatIsHeldAboutThemIsReadable() {
    assertThat(card(0)).containsText("Hello. I am Rapport.");
    ask("my data");
    assertThat(card(1)).containsText("What you asked");
    assertThat(card(1)).containsText("their own chat with Rapport in Teams");
  }

  @Test
  void nobodyOutsideThisMachineReachesThePlayground() throws IOException {
    int port = playground.address().getPort();
    for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(network.getInetAddresses())) {
        if (!address.isLoopbackAddress()) {
          assertThatThrownBy(() -> connect(address, port))
              .as("reached at %s", address)
              .isInstanceOf(IOException.class);
        }
      }
    }
    connect(InetAddress.getLoopbackAddress(), port);
  }

  private static void connect(InetAddress address, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), LONGEST_CONNECT_MILLIS);
    }
  }

  /** The cards of the conversation, oldest first. */
  private Locator card(int number) {
    return page.locator(".ac-adaptiveCard").nth(number);
  }

  private static Locator button(Locator card, String label) {
    return card.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true));
  }

  private void ask(String question) {
    page.locator("div[role=textbox]").fill(question);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send Message")).click();
  }
}
