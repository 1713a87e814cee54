package org.rapport.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * What a generation has at hand of an entry and tells it from others by, as bytes. They stand apart
 * from what the entry gives back, which is far longer: to open a large index all cards are read.
 */
record StoredCard(Generation.Card card, String hash, String vectorsKey) {

  static StoredCard of(Entry entry) {
    return new StoredCard(
        new Generation.Card(entry.id(), entry.title(), entry.facts()),
        entry.hash(),
        entry.vectorsKey());
  }

  BytesRef bytes() throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    out.writeString(card.id());
    out.writeString(card.title());
    out.writeVInt(card.facts().size());
    for (String fact : card.facts()) {
      out.writeString(fact);
    }
    out.writeString(hash);
    out.writeString(vectorsKey);
    return new BytesRef(out.toArrayCopy());
  }

  static StoredCard read(BytesRef bytes) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    String id = in.readString();
    String title = in.readString();
    List<String> facts = new ArrayList<>();
    for (int left = in.readVInt(); left > 0; left--) {
      facts.add(in.readString());
    }
    return new StoredCard(
        new Generation.Card(id, title, List.copyOf(facts)), in.readString(), in.readString());
  }
}
