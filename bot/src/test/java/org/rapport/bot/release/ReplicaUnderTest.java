package org.rapport.bot.release;

import java.nio.file.Path;
import java.time.InstantSource;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.store.Store;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.Question;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.embed.Progress;

/** One of several machines with a disk each, and one database for all. */
final class ReplicaUnderTest implements AutoCloseable {
  final Knowledge knowledge;
  final Replica replica;
  final Releases releases;

  ReplicaUnderTest(Store store, Path disk, InstantSource clock) {
    this.knowledge = Knowledge.open(disk);
    this.replica = new Replica(store, knowledge);
    this.releases =
        new Releases(store, knowledge, replica, KnownVectors.NONE, new Audit(store, clock), clock);
  }

  Release release(Order order) {
    return releases.release(order, Progress.UNHEARD);
  }

  /** The short answer to a person of an organisation; why there is none, if there is none. */
  String answer(String organisation, String dish) {
    Answer answer = knowledge.ask(organisation, new Question(Kitchen.question(dish)));
    return answer instanceof Answer.Found found
        ? found.shortAnswer()
        : answer.getClass().getSimpleName();
  }

  @Override
  public void close() {
    knowledge.close();
  }
}
