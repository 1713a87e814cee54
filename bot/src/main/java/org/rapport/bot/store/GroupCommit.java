package org.rapport.bot.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;

/**
 * Writes that somebody waits for. Every commit waits for the disk, so those that wait at the same
 * moment share one.
 */
final class GroupCommit implements AutoCloseable {
  private static final int MOST_AT_ONCE = 200;

  /**
   * @param result what the statements came to, once that is committed
   */
  private record Write<R>(
      HandleCallback<R, RuntimeException> statements, CompletableFuture<R> result) {

    /** Runs the statements; what comes back is to be run once they are committed. */
    Runnable run(Handle handle) {
      R done = statements.withHandle(handle);
      return () -> result.complete(done);
    }

    void fail(RuntimeException why) {
      result.completeExceptionally(why);
    }
  }

  private final Store store;
  private final Queue<Write<?>> waiting = new ConcurrentLinkedQueue<>();
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("group-commit").factory());

  GroupCommit(Store store) {
    this.store = store;
  }

  <R> CompletableFuture<R> write(HandleCallback<R, RuntimeException> statements) {
    Write<R> write = new Write<>(statements, new CompletableFuture<>());
    waiting.add(write);
    try {
      writer.execute(this::commitWaiting);
    } catch (RejectedExecutionException closed) {
      write.fail(new StoreAway("The database is closed"));
    }
    return write.result();
  }

  /** Returns when all that was given before is committed or has failed. */
  void settle() {
    try {
      CompletableFuture.runAsync(() -> {}, writer).join();
    } catch (RejectedExecutionException closed) {
      // A close waits for all of it.
    }
  }

  @Override
  public void close() {
    writer.close();
  }

  private void commitWaiting() {
    List<Write<?>> batch = new ArrayList<>();
    for (Write<?> next = waiting.poll(); next != null; next = waiting.poll()) {
      batch.add(next);
      if (batch.size() == MOST_AT_ONCE) {
        break;
      }
    }
    if (!batch.isEmpty()) {
      commit(batch);
    }
  }

  /** Commits all; if one fails, each by itself, so that it takes no other with it. */
  private void commit(List<Write<?>> batch) {
    try {
      List<Runnable> told =
          store.write(handle -> batch.stream().map(write -> write.run(handle)).toList());
      told.forEach(Runnable::run);
    } catch (StoreAway away) {
      batch.forEach(write -> write.fail(away));
    } catch (RuntimeException failed) {
      if (batch.size() == 1) {
        batch.getFirst().fail(failed);
      } else {
        batch.forEach(write -> commit(List.of(write)));
      }
    }
  }
}
