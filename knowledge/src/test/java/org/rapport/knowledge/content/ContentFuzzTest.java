package org.rapport.knowledge.content;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.knowledge.content.ContentTrial.Kind;

/**
 * Looks for files of content that break its readers, guided by coverage. In the build it runs only
 * over a good folder and those that broke something once (in the resources folder of its name). Ten
 * minutes of searching, from the repository's root: {@code JAZZER_FUZZ=1 mvn -pl knowledge test
 * -Dtest=ContentFuzzTest -Djazzer.hooks=true}.
 */
class ContentFuzzTest {
  /** ASCII's separator of records: a control character, which no good file has. */
  private static final byte END_OF_FILE = 0x1e;

  private static final ContentTrial TRIAL = new ContentTrial();

  @AfterAll
  static void clear() throws IOException {
    TRIAL.clear();
  }

  /** A good folder, its files one after the other. */
  static Stream<byte[]> folders() {
    ByteArrayOutputStream folder = new ByteArrayOutputStream();
    for (Kind kind : Kind.values()) {
      folder.writeBytes(kind.good());
      folder.write(END_OF_FILE);
    }
    return Stream.of(folder.toByteArray());
  }

  @MethodSource("folders")
  @FuzzTest(maxDuration = "10m")
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void anyFilesEndInContentOrInProblems(byte[] folder) {
    if (folder == null) {
      return;
    }
    List<byte[]> files = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < folder.length; at++) {
      if (folder[at] == END_OF_FILE) {
        files.add(Arrays.copyOfRange(folder, start, at));
        start = at + 1;
      }
    }
    files.add(Arrays.copyOfRange(folder, start, folder.length));
    TRIAL.of(files);
  }
}
