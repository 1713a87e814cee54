package org.rapport.knowledge.embed;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Vectors of single texts in a file, for a few thousand that a build prepares. */
public final class VectorFile implements KnownVectors {
  private static final int BYTES = Embedder.DIMENSIONS * Float.BYTES;

  private final Path file;

  /**
   * @param file need not be there yet
   */
  public VectorFile(Path file) {
    this.file = file;
  }

  @Override
  public Map<String, List<float[]>> find(Collection<String> keys) {
    Map<String, List<float[]>> found = all();
    found.keySet().retainAll(Set.copyOf(keys));
    return found;
  }

  @Override
  public void keep(Map<String, List<float[]>> vectors) {
    Map<String, List<float[]>> all = all();
    all.putAll(vectors);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(all.size());
      for (Map.Entry<String, List<float[]>> each : all.entrySet()) {
        out.writeUTF(each.getKey());
        out.write(Vectors.bytes(each.getValue().getFirst()));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("Vectors cannot be written to " + file, broken);
    }
  }

  /** All that are there; what cannot be read is as good as absent. */
  private Map<String, List<float[]>> all() {
    Map<String, List<float[]>> all = new HashMap<>();
    if (!Files.exists(file)) {
      return all;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      byte[] vector = new byte[BYTES];
      for (int left = in.readInt(); left > 0; left--) {
        String key = in.readUTF();
        in.readFully(vector);
        all.put(key, List.of(Vectors.read(vector, 0, BYTES)));
      }
    } catch (IOException damaged) {
      return new HashMap<>();
    }
    return all;
  }
}
