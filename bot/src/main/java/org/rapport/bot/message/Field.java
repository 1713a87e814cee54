package org.rapport.bot.message;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One thing that a form asks for. A renderer handles each kind; there is no default. */
public sealed interface Field {
  /** The most options of a field; Slack's limit for a menu. */
  int MOST_OPTIONS = 100;

  /** How many characters of words a field takes at most; Slack's limit for a text input. */
  int MOST_WORDS = 3000;

  /** What is asked. */
  Ask ask();

  /** About how many characters it takes to write the field down, whatever is typed in it. */
  default int size() {
    return switch (this) {
      case OneOf one -> size(one.options());
      case SomeOf some -> 2 * size(some.options());
      case Words words -> words.longest();
      case Day _, Time _ -> 0;
    };
  }

  /** The same field with what was typed in it; what it could not show is left out. */
  Field filled(Entered entered);

  /** One of several options. */
  record OneOf(Ask ask, List<Option> options, Optional<String> first) implements Field {
    public OneOf {
      options = checked(options);
      first = first.filter(ids(options)::contains);
    }

    @Override
    public OneOf filled(Entered entered) {
      return new OneOf(ask, options, entered.one(ask.id()));
    }
  }

  /** Any number of several options. */
  record SomeOf(Ask ask, List<Option> options, List<String> first) implements Field {
    public SomeOf {
      options = checked(options);
      first = first.stream().filter(ids(options)::contains).distinct().toList();
    }

    @Override
    public SomeOf filled(Entered entered) {
      return new SomeOf(ask, options, entered.all(ask.id()));
    }
  }

  /**
   * Words that are typed.
   *
   * @param lines whether there is room for several lines
   * @param longest how many characters are taken, 1 to {@value Field#MOST_WORDS}
   */
  record Words(Ask ask, boolean lines, int longest, String first) implements Field {
    public Words {
      Form.expect(longest >= 1 && longest <= MOST_WORDS, "1 to 3000 characters", ask.id());
      first = first.substring(0, Math.min(first.length(), longest));
    }

    @Override
    public Words filled(Entered entered) {
      return new Words(ask, lines, longest, entered.one(ask.id()).orElse(""));
    }
  }

  /** A day. */
  record Day(Ask ask, Optional<LocalDate> first) implements Field {
    @Override
    public Day filled(Entered entered) {
      return new Day(ask, entered.one(ask.id()).flatMap(Day::read));
    }

    /** A day from {@code 2026-11-22}, the form in which every channel sends it. */
    public static Optional<LocalDate> read(String typed) {
      return Field.read(typed, LocalDate::parse)
          .filter(day -> day.getYear() >= 1 && day.getYear() <= 9999);
    }
  }

  /** A time of day, to the minute. */
  record Time(Ask ask, Optional<LocalTime> first) implements Field {
    public Time {
      first = first.map(Time::toTheMinute);
    }

    @Override
    public Time filled(Entered entered) {
      return new Time(ask, entered.one(ask.id()).flatMap(Time::read));
    }

    private static LocalTime toTheMinute(LocalTime time) {
      return time.truncatedTo(ChronoUnit.MINUTES);
    }

    /** A time from {@code 08:30}, the form in which every channel sends it. */
    public static Optional<LocalTime> read(String typed) {
      return Field.read(typed, LocalTime::parse).map(Time::toTheMinute);
    }
  }

  /**
   * What a field asks.
   *
   * @param id the field's name in its form
   * @param label at most 75 characters
   * @param hint said below it, at most 150 characters; empty for none
   * @param optional whether it may be left empty
   */
  record Ask(String id, String label, String hint, boolean optional) {
    public Ask {
      Form.expect(id.matches("[a-z][a-z-]{0,29}"), "a field's id of lower-case letters", id);
      Form.expect(isLabel(label), "a label of 1 to 75 characters", label);
      Form.expect(hint.length() <= 150, "a hint of up to 150 characters", hint);
    }
  }

  /**
   * Something to choose.
   *
   * @param id what comes back when it is chosen
   * @param label at most 75 characters
   */
  record Option(String id, String label) {
    public Option {
      Form.expect(id.matches("[0-9a-zA-Z._/+-]{1,75}"), "an option's id without spaces", id);
      Form.expect(isLabel(label), "a label of 1 to 75 characters", label);
    }
  }

  private static int size(List<Option> options) {
    return options.stream().mapToInt(one -> one.id().length() + one.label().length()).sum();
  }

  private static boolean isLabel(String words) {
    return !words.isBlank() && words.length() <= 75;
  }

  private static List<Option> checked(List<Option> options) {
    Form.expect(
        !options.isEmpty()
            && options.size() <= MOST_OPTIONS
            && ids(options).size() == options.size(),
        "1 to 100 different options",
        options.size() + " of them");
    return List.copyOf(options);
  }

  private static Set<String> ids(List<Option> options) {
    Set<String> ids = new HashSet<>();
    options.forEach(option -> ids.add(option.id()));
    return ids;
  }

  private static <T> Optional<T> read(String typed, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(typed));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
