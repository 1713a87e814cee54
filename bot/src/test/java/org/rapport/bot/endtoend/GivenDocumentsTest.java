package org.rapport.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An admin gives documents in a direct message; their organisation is answered from them. */
class GivenDocumentsTest extends OnEachDatabase {
  private static final String QUESTION = "who signs off a post about building works";
  private static final String POLICY =
      """
      # Our posting policy

      ## Who signs off a post about building works?

      Ring Ama in the estates office on the second floor before anything about building works
      goes out. She signs off every post about building works within one working day.
      """;
  private static final String PAGE =
      """
      <!doctype html><html><head><title>Our posting policy</title></head><body>
      <h1>Our posting policy</h1>
      <h2>Who signs off a post about building works?</h2>
      <p>Ring Ama in the estates office on the second floor before anything about building works
      goes out. She signs off every post about building works within one working day.</p>
      </body></html>
      """;
  private static final String SIGN_IN = "<!DOCTYPE html><html><body>Sign in to Slack</body></html>";

  private FakeFiles files;

  @Override
  Map<String, String> variables() {
    return Map.of(
        "RAPPORT_ADMINS",
        "slack:T0TRUST/U0CHIEF, teams:Tenant-One/Directory-Id-Of-Chief",
        "RAPPORT_ASKS_PER_MINUTE",
        "0");
  }

  @BeforeEach
  void open() {
    files = new FakeFiles();
    rapport.log.mustNotTell("Ring Ama in the estates office on the second floor");
    rapport.log.mustNotHold("/files-pri/", "our-policy");
  }

  @AfterEach
  void close() {
    files.close();
  }

  @Test
  void anAdminsFileInSlackAnswersTheirOrganisationAndNobodyElse() {
    // A page of HTML, which must not be taken for Slack's page to sign in.
    String address = files.keep("our-policy.html", "text/html; charset=utf-8", PAGE);

    Shown told = sentByAdmin(rapport.chief(), "our-policy.html", PAGE.length(), address);

    assertThat(told.words())
        .contains("live (generation 1)", "our-policy.html", "Sections taken: 1");
    assertThat(files.fetched)
        .allMatch(fetch -> fetch.authorization().equals("Bearer xoxb-1-not-to-be-logged"));
    SlackPerson colleague = rapport.slackPerson("T0TRUST", "U0NURSE");
    assertThat(colleague.command(QUESTION).words())
        .contains("Ring Ama in the estates office", "your own organisation");
    assertThat(rapport.slackPerson("T0OTHER", "U0OTHER").command(QUESTION).words())
        .doesNotContain("Ama");
    assertThat(rapport.kept().everything()).contains("slack T0TRUST");
  }

  @Test
  void anAdminsFileInTeamsAnswersTheirOrganisationAndNobodyElse() {
    TeamsPerson chief = rapport.chiefInTeams();
    String address = files.keep("our-policy.md", "application/octet-stream", POLICY);

    chief.give("our-policy.md", address);
    Shown told = chief.reads();
    for (int again = 0; isBusy(told) && again < 100; again++) {
      chief.give("our-policy.md", address);
      told = chief.reads();
    }

    assertThat(told.words()).contains("live (generation 1)", "Sections taken: 1");
    assertThat(files.fetched).allMatch(fetch -> fetch.authorization().isEmpty());
    TeamsPerson colleague = rapport.teamsPerson("tenant-one", "nurse");
    colleague.write(QUESTION);
    assertThat(colleague.reads().words()).contains("Ring Ama in the estates office");
    TeamsPerson other = rapport.teamsPerson("tenant-two", "chief");
    other.write(QUESTION);
    assertThat(other.reads().words()).doesNotContain("Ama");
  }

  @Test
  void nobodyElsesFileIsFetched() {
    String address = files.keep("our-policy.md", "text/markdown", POLICY);
    SlackPerson nurse = rapport.slackPerson("T0TRUST", "U0NURSE");
    TeamsPerson nurseInTeams = rapport.teamsPerson("tenant-one", "nurse");
    TeamsPerson namesake = rapport.teamsPerson("tenant-two", "chief");

    nurse.send("our-policy.md", POLICY.length(), address);
    assertThat(nurse.reads().words())
        .contains("only an admin", "the comms team")
        .doesNotContain("our-policy.md");
    nurseInTeams.give("our-policy.md", address);
    assertThat(nurseInTeams.reads().words()).contains("only an admin");
    namesake.give("our-policy.md", address);
    assertThat(namesake.reads().words()).contains("only an admin");

    assertThat(files.fetched).isEmpty();
  }

  @Test
  void whereOthersReadFilesAreNotTaken() {
    String address = files.keep("our-policy.md", "text/markdown", POLICY);
    SlackPerson chief = rapport.chief();
    TeamsPerson chiefInTeams = rapport.chiefInTeams();

    chief.mentionWithFile("our-policy.md", POLICY.length(), address);
    assertThat(chief.reads().words()).contains("I do not take files here");
    chiefInTeams.mentionWithFile("our-policy.md", address);
    assertThat(chiefInTeams.reads().words()).contains("I do not take files here");

    assertThat(files.fetched).isEmpty();
  }

  @Test
  void whatIsTooLargeOrBrokenIsTold() {
    SlackPerson chief = rapport.chief();

    assertThat(sent(chief, 30_000_000, files.keep("a.pdf", "application/pdf", "")))
        .contains("up to 20 MB");
    assertThat(files.fetched).isEmpty();
    assertThat(sent(chief, 1000, files.endless("b.pdf"))).contains("up to 20 MB");
    assertThat(sent(chief, 1000, files.breakOff("c.pdf"))).contains("could not fetch it");
    assertThat(sent(chief, 1000, files.refuse("d.pdf", 404))).contains("could not fetch it");
    assertThat(sent(chief, 4, files.keep("e.pdf", "application/pdf", "none")))
        .contains("could not take in any", "PDF");

    TeamsPerson chiefInTeams = rapport.chiefInTeams();
    chiefInTeams.give("f.pdf", files.endless("f.pdf"));
    assertThat(chiefInTeams.reads().words()).contains("up to 20 MB");
    chiefInTeams.give("g.pdf", files.refuse("g.pdf", 401));
    assertThat(chiefInTeams.reads().words()).contains("could not fetch it");
  }

  @Test
  void withoutItsScopeSlackLeadsToASignInPageAndThatIsTold() {
    SlackPerson chief = rapport.chief();
    String page = files.keep("sign-in", "text/html", SIGN_IN);
    String elsewhere = page.replace("127.0.0.1", "localhost");

    assertThat(sent(chief, 1000, page)).contains("the app needs the scope files:read");
    files.fetched.clear();
    assertThat(sent(chief, 1000, files.redirect("a.md", elsewhere))).contains("scope files:read");
    assertThat(files.fetched).singleElement().matches(fetch -> fetch.path().endsWith("a.md"));
  }

  @Test
  void theTokenGoesToSlackAlone() {
    SlackPerson chief = rapport.chief();
    String elsewhere =
        files.keep("a.md", "text/markdown", POLICY).replace("127.0.0.1", "localhost");

    assertThat(sent(chief, 1000, elsewhere)).contains("could not fetch it");
    assertThat(sent(chief, 1000, "not an address")).contains("could not fetch it");
    assertThat(sent(chief, 1000, "http://127.0.0.1:99999/a.md")).contains("could not fetch it");
    TeamsPerson chiefInTeams = rapport.chiefInTeams();
    chiefInTeams.give("a.md", "http://files.example/a.md");
    assertThat(chiefInTeams.reads().words()).contains("could not fetch it");
    assertThat(files.fetched).isEmpty();
  }

  /** What is told of one file of this announced size. */
  private static String sent(SlackPerson person, int size, String address) {
    person.send("given.pdf", size, address);
    return person.reads().words();
  }

  /** What is told once the server does not take in the shipped guidance at that moment. */
  private static Shown sentByAdmin(SlackPerson person, String name, int size, String address) {
    return IntStream.range(0, 100)
        .mapToObj(attempt -> {
          person.send(name, size, address);
          return person.reads();
        })
        .filter(told -> !isBusy(told))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isBusy(Shown told) {
    return told.words().contains("taking in something else");
  }
}
