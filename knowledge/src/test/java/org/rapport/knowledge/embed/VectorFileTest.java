package org.rapport.knowledge.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFileTest {
  @TempDir Path folder;

  @Test
  void whatWasKeptIsFoundAgainBesideWhatWasThere() {
    file().keep(Map.of("tea", List.of(vector(1))));
    file().keep(Map.of("soup", List.of(vector(2))));

    Map<String, List<float[]>> found = file().find(List.of("tea", "soup", "bread"));

    assertThat(found).containsOnlyKeys("tea", "soup");
    assertThat(found)
        .hasEntrySatisfying("tea", vectors -> assertThat(vectors).containsExactly(vector(1)))
        .hasEntrySatisfying("soup", vectors -> assertThat(vectors).containsExactly(vector(2)));
  }

  @Test
  void nothingIsFoundWhereThereIsNoFile() {
    assertThat(file().find(List.of("tea"))).isEmpty();
  }

  @Test
  void aDamagedFileIsAsGoodAsNone() throws IOException {
    file().keep(Map.of("tea", List.of(vector(1))));
    byte[] whole = Files.readAllBytes(path());
    Files.write(path(), Arrays.copyOf(whole, whole.length - 1));

    assertThat(file().find(List.of("tea"))).isEmpty();
  }

  private VectorFile file() {
    return new VectorFile(path());
  }

  private Path path() {
    return folder.resolve("vectors");
  }

  private static float[] vector(int value) {
    float[] vector = new float[Embedder.DIMENSIONS];
    Arrays.fill(vector, value);
    return vector;
  }
}
