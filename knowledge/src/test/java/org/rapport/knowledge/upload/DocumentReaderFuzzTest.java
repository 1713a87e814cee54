package org.rapport.knowledge.upload;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks for files that break the readers, guided by coverage. In the build it runs only over good
 * files and those that broke something once (in the resources folder of its name); the package's
 * documentation has the command that searches for ten minutes.
 */
class DocumentReaderFuzzTest {
  private static final List<Trial.UploadedBytes> GOOD = Trial.goodFiles();

  /** Good files, each after a byte that says which name it has. */
  static Stream<byte[]> files() {
    return Stream.iterate(0, kind -> kind < GOOD.size(), kind -> kind + 1)
        .map(kind -> {
          byte[] bytes = GOOD.get(kind).bytes();
          byte[] file = new byte[bytes.length + 1];
          file[0] = kind.byteValue();
          System.arraycopy(bytes, 0, file, 1, bytes.length);
          return file;
        });
  }

  @MethodSource("files")
  @FuzzTest(maxDuration = "10m")
  void anyFileEndsInAnOutcome(byte[] file) {
    if (file == null || file.length == 0) {
      return;
    }
    String name = GOOD.get(Math.floorMod(file[0], GOOD.size())).name();
    Trial.of(name, Arrays.copyOfRange(file, 1, file.length));
  }
}
