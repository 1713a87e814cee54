package org.rapport.bot.endtoend;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import org.rapport.bot.Chromium;

/** Somebody of the organisation, with a client like Teams open in a real browser. */
final class PlaygroundPerson implements AutoCloseable {
  static final String CHIEF = "Amara Okafor";
  static final String LEAD = "Ben Hughes";
  static final String LEAD_ADDRESS = "teams:tenant-of-northgate/directory-id-of-ben";

  private static final String OWN_CHAT = "Personal Chat";
  private static final String COMMS_CHANNEL = "Northgate - Comms team";

  private final Playground playground;
  private final Page page;

  private PlaygroundPerson(Playground playground, Page page) {
    this.playground = playground;
    this.page = page;
  }

  /** Opens their client; they are welcomed in their own chat with the bot. */
  static PlaygroundPerson open(String name, RunningRapport rapport, Chromium browser) {
    Playground playground = Playground.of(name, rapport.address("/api/messages"));
    Page page = browser.newPage();
    String own = playground.address().toString();
    page.route(url -> !url.startsWith(own), route -> route.abort());
    page.navigate(own);
    PlaygroundPerson person = new PlaygroundPerson(playground, page);
    person.card("Hello. I am Rapport.").waitFor();
    return person;
  }

  /** Where their client is. */
  URI address() {
    return playground.address();
  }

  void goToOwnChat() {
    goTo(OWN_CHAT);
  }

  void goToCommsChannel() {
    goTo(COMMS_CHANNEL);
  }

  private void goTo(String chat) {
    page.getByLabel(chat, new Page.GetByLabelOptions().setExact(true)).click();
  }

  /** Says something in their own chat. */
  void write(String words) {
    page.locator("div[role=textbox]").fill(words);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send Message")).click();
  }

  /** Begins a thread in the channel in which they are, to the bot. */
  void mention(String words) {
    page.locator("div[role=textbox]").first().click();
    page.keyboard().type("@");
    page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Rapport")).click();
    page.keyboard().type(" " + words);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Post").setExact(true))
        .click();
  }

  /** The cards of the chat in which they are, the oldest first. */
  Locator card(int number) {
    return page.locator(".ac-adaptiveCard").nth(number);
  }

  /** The newest card of the chat in which they are that says something. */
  Locator card(String words) {
    return page.locator(".ac-adaptiveCard", new Page.LocatorOptions().setHasText(words)).last();
  }

  /** A button of a card. */
  static Locator button(Locator card, String label) {
    return card.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true));
  }

  /** Chooses an option of a form. */
  static void choose(Locator card, String option) {
    card.getByText(option, new Locator.GetByTextOptions().setExact(true)).click();
  }

  @Override
  public void close() {
    page.close();
    playground.close();
  }
}
