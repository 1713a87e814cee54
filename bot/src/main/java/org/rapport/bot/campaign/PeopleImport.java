package org.rapport.bot.campaign;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.audit.Deed;
import org.rapport.bot.people.Enrolling;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.store.StoreAway;

/** Enrols the people of a table; good rows are taken, bad ones are listed with what is wrong. */
public final class PeopleImport {
  /** In bytes. */
  public static final int LARGEST = 20_000_000;

  private static final int MOST_ROWS = 200_000;
  private static final int MOST_LISTED = 1000;
  private static final int CHUNK = 250;

  private final Enrolments enrolments;
  private final Audit audit;

  public PeopleImport(Enrolments enrolments, Audit audit) {
    this.enrolments = enrolments;
    this.audit = audit;
  }

  /**
   * Why people are enrolled, in words that they read with their first nudge.
   *
   * @param by who enrols them, up to {@value #LONGEST_BY} characters
   * @param because up to {@value #LONGEST_BECAUSE} characters
   * @param list a list that they are put on, up to {@value Plan#LONGEST_NAME} characters
   */
  public record Why(String by, String because, Optional<String> list) {
    static final int LONGEST_BY = 100;
    static final int LONGEST_BECAUSE = 200;

    /**
     * @throws IllegalArgumentException saying what was expected
     */
    public Why {
      expect(by, "who enrols them", LONGEST_BY);
      expect(because, "why they are enrolled", LONGEST_BECAUSE);
      list.ifPresent(name -> expect(name, "a list's name", Plan.LONGEST_NAME));
    }

    private static void expect(String words, String what, int longest) {
      if (words.isBlank() || words.length() > longest || words.lines().count() > 1) {
        throw new IllegalArgumentException(
            "Expected %s in one line of up to %d characters".formatted(what, longest));
      }
    }
  }

  /**
   * What came of it.
   *
   * @param added how many are enrolled for the first time
   * @param changed how many were enrolled before
   * @param refused how many rows were not taken
   * @param bad the first of those
   */
  public record Report(int added, int changed, int refused, List<BadRow> bad) {
    public Report {
      bad = List.copyOf(bad);
    }
  }

  /**
   * A row that was not taken.
   *
   * @param line of the table, from 1
   */
  public record BadRow(int line, String reason) {}

  /**
   * Enrols the people of a table for the lead's organisation.
   *
   * @throws InputRefused if it is too large, not UTF-8, or its first row does not name the columns
   * @throws StoreAway while the database is away; what was read before is enrolled
   */
  public Report take(Lead lead, byte[] table, Why why) {
    if (table.length > LARGEST) {
      throw new InputRefused(List.of("expected a table of at most " + LARGEST + " bytes"));
    }
    PeopleTable people = new PeopleTable(text(table), why);
    Taking taking = new Taking(lead.organisation());
    for (int row = 0; row < MOST_ROWS; row++) {
      Optional<PeopleTable.Line> line = people.next();
      if (line.isEmpty()) {
        return done(lead, taking);
      }
      taking.add(line.get());
    }
    people.next().ifPresent(beyond -> taking.refuse(MOST_ROWS + 1, "beyond 200,000 rows"));
    return done(lead, taking);
  }

  private Report done(Lead lead, Taking taking) {
    taking.flush();
    Report report = new Report(taking.added, taking.changed, taking.refused, taking.bad);
    audit.note(
        lead.actor(),
        new Deed(
            lead.organisation(),
            "people import",
            "",
            Deed.Result.DONE,
            "%d added, %d changed, %d refused"
                .formatted(report.added(), report.changed(), report.refused())));
    return report;
  }

  private static String text(byte[] table) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(table)).toString();
    } catch (CharacterCodingException other) {
      throw new InputRefused(List.of("expected a table in UTF-8"));
    }
  }

  /** One table that is being taken, a chunk at a time. */
  private final class Taking {
    private final String organisation;
    private final List<PeopleTable.Line.Somebody> waiting = new ArrayList<>();
    private final List<BadRow> bad = new ArrayList<>();
    private int added;
    private int changed;
    private int refused;

    Taking(String organisation) {
      this.organisation = organisation;
    }

    void add(PeopleTable.Line line) {
      switch (line) {
        case PeopleTable.Line.Bad not -> refuse(not.line(), not.reason());
        case PeopleTable.Line.Somebody somebody -> {
          waiting.add(somebody);
          if (waiting.size() == CHUNK) {
            flush();
          }
        }
      }
    }

    void flush() {
      List<Enrolling> done =
          enrolments.enrol(
              organisation, waiting.stream().map(PeopleTable.Line.Somebody::entry).toList());
      for (int i = 0; i < done.size(); i++) {
        note(waiting.get(i).line(), done.get(i));
      }
      waiting.clear();
    }

    private void note(int line, Enrolling done) {
      switch (done) {
        case ADDED -> added++;
        case CHANGED -> changed++;
        case FORGOTTEN -> refuse(line, "they asked to be forgotten");
        case NOT_OF_ORGANISATION ->
            refuse(line, "their workspace is not one of this organisation's");
      }
    }

    void refuse(int line, String reason) {
      refused++;
      if (bad.size() < MOST_LISTED) {
        bad.add(new BadRow(line, reason));
      }
    }
  }
}
