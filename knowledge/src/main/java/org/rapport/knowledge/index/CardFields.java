package org.rapport.knowledge.index;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.StoredFieldVisitor;

/**
 * What is at hand of one entry, from its stored fields. What the entry gives back is far longer; it
 * is stored after them and not even unpacked.
 */
final class CardFields extends StoredFieldVisitor {
  private final Map<String, String> values = new HashMap<>();

  @Override
  public Status needsField(FieldInfo field) {
    return field.name.equals(Fields.STORED) ? Status.STOP : Status.YES;
  }

  @Override
  public void stringField(FieldInfo field, String value) {
    values.put(field.name, value);
  }

  /**
   * One of the fields.
   *
   * @throws NullPointerException if the entry has no such field
   */
  String get(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}
