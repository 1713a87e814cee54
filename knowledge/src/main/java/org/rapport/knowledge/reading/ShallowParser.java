package org.rapport.knowledge.reading;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Parses YAML that is nested only so deep: whoever reads it calls itself for each level, and must
 * not run out of stack.
 */
final class ShallowParser implements Parser {
  private final Parser parser;
  private final int deepest;
  private int depth;

  /** A text is nested deeper than is allowed. */
  static final class TooDeep extends YamlEngineException {
    private static final long serialVersionUID = 1L;

    TooDeep() {
      super("Nested too deep");
    }
  }

  /**
   * @param deepest how many lists and maps may be inside each other
   */
  ShallowParser(String text, LoadSettings settings, int deepest) {
    this.parser = new ParserImpl(settings, new StreamReader(settings, text));
    this.deepest = deepest;
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return parser.peekEvent();
  }

  @Override
  public boolean hasNext() {
    return parser.hasNext();
  }

  @Override
  public Event next() {
    Event event = parser.next();
    depth +=
        switch (event.getEventId()) {
          case SequenceStart, MappingStart -> 1;
          case SequenceEnd, MappingEnd -> -1;
          default -> 0;
        };
    if (depth > deepest) {
      throw new TooDeep();
    }
    return event;
  }
}
