package org.rapport.bot.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rapport.bot.endtoend.PlaygroundPerson.button;
import static org.rapport.bot.endtoend.PlaygroundPerson.choose;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.Collections;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A leader in a client like Teams, with a real browser: what the cards look and feel like. */
class PlaygroundTest extends InThePlayground {
  private static final int LONGEST_CONNECT_MILLIS = 20_000;

  private PlaygroundPerson chief;

  @BeforeEach
  void open() {
    chief = person(PlaygroundPerson.CHIEF);
  }

  @Test
  void aLeaderAsksGoesOnToARelatedQuestionAndSaysThatItWasRight() {
    assertThat(chief.card(0)).containsText("Who can see what.");
    assertThat(chief.card(0)).containsText("Hello. I am Rapport.");

    chief.write("how often should I post");
    assertThat(chief.card(1)).containsText("How often should I post?");
    assertThat(chief.card(1)).containsText("is enough for a busy leader");
    assertThat(chief.card(1)).not().containsText("Who can see what.");

    Locator related = chief.card(1).getByRole(AriaRole.BUTTON).first();
    String next = related.innerText();
    related.click();
    assertThat(chief.card(2)).containsText(next);
    assertThat(chief.card(2)).containsText("Was this right?");

    button(chief.card(1), "Yes").click();
    assertThat(chief.card(1)).containsText("Thank you. That helps us keep the guidance right.");
    assertThat(button(chief.card(1), "Yes")).hasCount(0);
    assertThat(button(chief.card(2), "Yes")).isVisible();
    assertThat(rapport.kept().ratings()).containsExactly(true, null);
  }

  @Test
  void aLeaderSaysInAFormWhatWasWrong() {
    chief.write("how often should I post");
    button(chief.card(1), "No").click();
    assertThat(chief.card(1)).containsText("Thank you for saying so.");
    button(chief.card(1), "What was wrong?").click();
    assertThat(chief.card(2)).containsText("What was wrong with the answer?");

    button(chief.card(2), "Send").click();
    assertThat(chief.card(2)).containsText("Please answer this.");
    assertThat(rapport.kept().wrong()).isEmpty();

    choose(chief.card(2), "It is out of date");
    chief.card(2).getByLabel("In your words").fill("It is from 2013, says ama@trust.nhs.uk");
    button(chief.card(2), "Send").click();
    assertThat(chief.card(2)).containsText("Thank you. That goes to whoever writes the guidance");
    assertThat(chief.card(1)).containsText("is enough for a busy leader");
    assertThat(rapport.kept().wrong())
        .containsExactly("out-of-date: It is from 2013, says [email]");
  }

  @Test
  void settingsAreChangedInTheirCard() {
    chief.write("settings");
    assertThat(chief.card(1)).containsText("Your settings");
    button(chief.card(1), "Change them").click();
    assertThat(chief.card(2)).containsText("Time zone");
    button(chief.card(2), "Save").click();
    assertThat(chief.card(2)).containsText("Your settings");
    assertThat(button(chief.card(2), "Save")).hasCount(0);
  }

  @Test
  void whatIsHeldAboutThemIsReadable() {
    chief.write("my data");
    assertThat(chief.card(1)).containsText("What you asked");
    assertThat(chief.card(1)).containsText("own chat with Rapport in Teams, since ");
    assertThat(chief.card(1)).not().containsText(Pattern.compile("\\d-\\d\\d"));
    assertThat(chief.card(1)).not().containsText("their");
  }

  @Test
  void nobodyOutsideThisMachineReachesThePlayground() throws IOException {
    int port = chief.address().getPort();
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
}
