package org.rapport.bot.channel.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The latest threads of the assistant pane: which channel their person is viewing beside it, and
 * whether they have a title. In memory; a forgotten one only costs the title and a default.
 */
final class AssistantThreads {
  private static final int MOST = 10_000;

  private final Map<Destination.Channel, Thread> threads =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Destination.Channel, Thread> eldest) {
          return size() > MOST;
        }
      };

  private record Thread(Optional<String> viewed, boolean titled) {}

  /** A thread began. */
  synchronized void began(Destination.Channel thread, Optional<String> viewed) {
    threads.put(thread, new Thread(viewed, false));
  }

  /** Another channel is being viewed beside a thread. */
  synchronized void views(Destination.Channel thread, Optional<String> viewed) {
    threads.compute(
        thread, (where, before) -> new Thread(viewed, before == null || before.titled()));
  }

  /** The channel that is being viewed beside a thread, if that is known. */
  synchronized Optional<String> viewed(Destination.Channel thread) {
    return Optional.ofNullable(threads.get(thread)).flatMap(Thread::viewed);
  }

  /** Whether a thread is to be given its title now; true once. */
  synchronized boolean needsTitle(Destination.Channel thread) {
    Thread known = threads.get(thread);
    if (known == null || known.titled()) {
      return false;
    }
    threads.put(thread, new Thread(known.viewed(), true));
    return true;
  }
}
