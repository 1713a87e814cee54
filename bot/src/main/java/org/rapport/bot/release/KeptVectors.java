package org.rapport.bot.release;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.rapport.bot.store.Store;
import org.rapport.knowledge.embed.KnownVectors;

/**
 * An owner's vectors in the database, so that no replica computes what another has, and a build
 * that died goes on where it was.
 */
final class KeptVectors implements KnownVectors {
  private static final int AT_ONCE = 500;

  private final Store store;
  private final String owner;

  KeptVectors(Store store, String owner) {
    this.store = store;
    this.owner = owner;
  }

  @Override
  public Map<String, List<float[]>> find(Collection<String> keys) {
    Map<String, List<float[]>> found = new HashMap<>();
    List<String> wanted = List.copyOf(keys);
    for (int from = 0; from < wanted.size(); from += AT_ONCE) {
      List<String> some = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
      store
          .read(handle ->
              handle
                  .createQuery(
                      "select vectors_key, vectors from entry_vectors"
                          + " where owner = :owner and vectors_key in (<keys>)")
                  .bind("owner", owner)
                  .bindList("keys", some)
                  .map((row, context) ->
                      Map.entry(row.getString("vectors_key"), decoded(row.getBytes("vectors"))))
                  .list())
          .forEach(each -> found.put(each.getKey(), each.getValue()));
    }
    return found;
  }

  /** Which of these are not kept; as many keys as one statement may have. */
  Set<String> missing(Handle handle, List<String> keys) {
    Set<String> missing = new HashSet<>(keys);
    handle
        .createQuery(
            "select vectors_key from entry_vectors"
                + " where owner = :owner and vectors_key in (<keys>)")
        .bind("owner", owner)
        .bindList("keys", keys)
        .mapTo(String.class)
        .forEach(missing::remove);
    return missing;
  }

  @Override
  public void keep(Map<String, List<float[]>> vectors) {
    store.run(handle -> keep(handle, vectors));
  }

  void keep(Handle handle, Map<String, List<float[]>> vectors) {
    if (vectors.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into entry_vectors (owner, vectors_key, vectors) values (?, ?, ?)"
                + " on conflict (owner, vectors_key) do nothing");
    vectors.forEach((key, value) -> batch.add(owner, key, encoded(value)));
    batch.execute();
  }

  /** How many vectors there are and how long each is, then all of them; big-endian. */
  private static byte[] encoded(List<float[]> vectors) {
    int dimensions = vectors.isEmpty() ? 0 : vectors.getFirst().length;
    ByteBuffer bytes =
        ByteBuffer.allocate(2 * Integer.BYTES + vectors.size() * dimensions * Float.BYTES);
    bytes.putInt(vectors.size()).putInt(dimensions);
    FloatBuffer floats = bytes.asFloatBuffer();
    vectors.forEach(floats::put);
    return bytes.array();
  }

  private static List<float[]> decoded(byte[] kept) {
    ByteBuffer bytes = ByteBuffer.wrap(kept);
    int count = bytes.getInt();
    int dimensions = bytes.getInt();
    FloatBuffer floats = bytes.asFloatBuffer();
    List<float[]> vectors = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      float[] vector = new float[dimensions];
      floats.get(vector);
      vectors.add(vector);
    }
    return vectors;
  }
}
