package org.rapport.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {
  @TempDir Path folder;

  private Store store;

  @BeforeEach
  void open() {
    store = Store.embedded(folder.resolve("rapport.db"));
    store.migrate();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aReaderCannotWrite() {
    assertThatThrownBy(() ->
            store.read(handle ->
                handle.execute("insert into seen_event (event_key, seen_at) values ('a', 1)")))
        .hasMessageContaining("readonly");
  }

  @Test
  void theWriterKeepsWhatItAcknowledgesThroughAPowerCut() {
    assertThat(pragma("journal_mode")).isEqualTo("wal");
    assertThat(pragma("synchronous")).isEqualTo("2");
    assertThat(pragma("foreign_keys")).isEqualTo("1");
  }

  private String pragma(String name) {
    return store.write(handle -> handle.select("pragma " + name).mapTo(String.class).one());
  }
}
