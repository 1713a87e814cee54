package org.rapport.bot.channel.slack;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One open socket: hands over each message whole, in order, and tells when the line is dead. A
 * message that is too long ends it.
 */
final class SocketLine implements WebSocket.Listener {
  /** As much as the guard takes by HTTP, and the envelope around it. */
  private static final int MOST_CHARACTERS = 1_010_000;

  /** Slack pings every few seconds. */
  private static final Duration SILENCE = Duration.ofSeconds(90);

  private static final int POLICY_VIOLATION = 1008;

  private final BiConsumer<WebSocket, String> messages;
  private final InstantSource clock;
  private final StringBuilder message = new StringBuilder();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Instant heard;

  SocketLine(BiConsumer<WebSocket, String> messages, InstantSource clock) {
    this.messages = messages;
    this.clock = clock;
    this.heard = clock.instant();
  }

  /** Ends the line: nothing more is taken from it. */
  void end() {
    ended.countDown();
  }

  /** Waits until the line has ended or has been silent for too long. */
  void awaitEnd() throws InterruptedException {
    while (!ended.await(1, TimeUnit.SECONDS) && clock.instant().isBefore(heard.plus(SILENCE))) {
      // Still alive.
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    heard = clock.instant();
    if (message.length() + part.length() > MOST_CHARACTERS) {
      var unused = socket.sendClose(POLICY_VIOLATION, "too long");
      end();
      return null;
    }
    message.append(part);
    if (last) {
      String whole = message.toString();
      message.setLength(0);
      messages.accept(socket, whole);
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer ping) {
    heard = clock.instant();
    return WebSocket.Listener.super.onPing(socket, ping);
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    end();
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable lost) {
    end();
  }
}
