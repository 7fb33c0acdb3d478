package org.tensiometer.wire.serde;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Puts ArrayLists in the place of Avro's own lists in a record just read. Avro's compare their
 * elements without the logical types, so that {@code equals} of two read records throws where an
 * element holds an optional timestamp (Avro 1.12.2).
 */
final class PlainLists {

  private PlainLists() {}

  static void putInto(SpecificRecord record) {
    for (Schema.Field field : record.getSchema().getFields()) {
      Object value = record.get(field.pos());
      if (value instanceof List<?> list) {
        record.put(field.pos(), plain(list));
      } else if (value instanceof SpecificRecord nested) {
        putInto(nested);
      }
    }
  }

  private static List<Object> plain(List<?> list) {
    List<Object> plain = new ArrayList<>(list.size());
    for (Object element : list) {
      if (element instanceof SpecificRecord nested) {
        putInto(nested);
      }
      plain.add(element instanceof List<?> inner ? plain(inner) : element);
    }
    return plain;
  }
}
