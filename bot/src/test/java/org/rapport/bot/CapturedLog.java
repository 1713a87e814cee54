package org.rapport.bot;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Every line that is logged while this is open, all there is to it, and what must not be in it. */
public final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

  /** Shorter words might be there by chance. */
  private static final int TELLING = 10;

  private static final int OF_A_LONG_TEXT = 60;

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Set<String> forbidden = ConcurrentHashMap.newKeySet();

  public CapturedLog() {
    setContext(ROOT.getLoggerContext());
    start();
    ROOT.addAppender(this);
  }

  /** Secrets and ids. */
  public void mustNotHold(String... secrets) {
    forbidden.addAll(List.of(secrets));
  }

  /** What a person typed; its beginning is looked for. */
  public void mustNotTell(String words) {
    String beginning = words.strip();
    if (beginning.length() >= TELLING) {
      forbidden.add(beginning.substring(0, Math.min(OF_A_LONG_TEXT, beginning.length())));
    }
  }

  public List<String> lines() {
    return lines;
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(
        "%s %s %s %s %s"
            .formatted(
                event.getLevel(),
                event.getLoggerName(),
                event.getFormattedMessage(),
                event.getMDCPropertyMap(),
                ThrowableProxyUtil.asString(event.getThrowableProxy())));
  }

  @Override
  public void close() {
    ROOT.detachAppender(this);
    stop();
    assertThat(lines).as("log lines").isNotEmpty();
    for (String secret : forbidden) {
      assertThat(lines).as("log lines with " + secret).noneMatch(line -> line.contains(secret));
    }
  }
}
