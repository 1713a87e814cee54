package org.rapport.bot.people;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.campaign.CampaignBelongings;
import org.rapport.bot.campaign.reaction.GivenNudges;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.slack.SlackTrace;
import org.rapport.bot.channel.teams.TeamsTrace;
import org.rapport.bot.delivery.LedgerTrace;
import org.rapport.bot.expert.ExpertRecords;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;

/** Tests of people on each kind of database, at a time that they set, with a key of their own. */
@ParameterizedClass
@EnumSource
abstract class OnePersonTest {
  static final KeyedHash HASH = (purpose, text) -> List.of(mac("a key", purpose + "\n" + text));

  private final TestDatabase database;

  @TempDir Path folder;

  Instant now = Instant.parse("2026-11-02T09:00:00Z");
  Store store;
  Audit audit;
  People people;
  Roles roles;
  PersonalPreferences preferences;
  History history;
  CalendarTokens calendars;
  Linking linking;
  Suppression suppression;
  Enrolments enrolments;
  PersonalRecords records;

  OnePersonTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void openPeople() {
    store = database.fresh(folder);
    audit = new Audit(store, () -> now);
    people = new People(store, () -> now);
    roles = new Roles(store, new Admins(Set.of(Cast.CHIEF)), audit, () -> now);
    preferences = new PersonalPreferences(store, () -> now);
    history = new History(store, () -> now);
    LedgerTrace ledgerTrace = new LedgerTrace(() -> now);
    calendars = new CalendarTokens(store, HASH, audit, () -> now);
    suppression = new Suppression(store, HASH, () -> now);
    enrolments = new Enrolments(store, suppression, () -> now);
    GivenNudges given = new GivenNudges(store, () -> now);
    List<PersonalTrace> traces =
        List.of(
            ledgerTrace,
            calendars,
            enrolments,
            new CampaignBelongings(),
            given,
            new ExpertRecords(),
            new SlackTrace(),
            new TeamsTrace());
    linking = new Linking(store, HASH, audit, traces, () -> now);
    records = new PersonalRecords(store, roles, suppression, audit, List.of(audit), traces);
  }

  @AfterEach
  void closePeople() {
    store.close();
  }

  /** Puts a workspace into the organisation of another, as joining does. */
  void sameOrganisation(Address one, Address other) {
    String organisation = people.organisation(one).orElseThrow();
    people.organisation(other);
    store.run(handle ->
        handle.execute(
            "update workspace set organisation_id = ? where channel = ? and workspace = ?",
            organisation,
            other.channel().id(),
            other.workspace()));
  }

  String person(Address at) {
    return store.read(handle -> PeopleTables.id(handle, at)).orElseThrow();
  }

  int rows(String table) {
    store.settle();
    return store.read(
        handle -> handle.select("select count(*) from " + table).mapTo(Integer.class).one());
  }

  static byte[] mac(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does both at once and gives what came of each. */
  static <R> List<R> together(List<Callable<R>> work) {
    try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
      List<R> results = new ArrayList<>();
      for (Future<R> each : threads.invokeAll(work)) {
        results.add(each.get());
      }
      return results;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
