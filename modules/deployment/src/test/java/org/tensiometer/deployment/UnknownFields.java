package org.tensiometer.deployment;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Fields of a file that the classes of the API have no place for, which they keep aside. */
final class UnknownFields {

  private final List<String> found = new ArrayList<>();

  private UnknownFields() {}

  /** Paths of all such fields below this object. */
  static List<String> of(Object resource) throws ReflectiveOperationException {
    UnknownFields fields = new UnknownFields();
    fields.search("", resource);
    return fields.found;
  }

  private void search(String path, Object value) throws ReflectiveOperationException {
    if (value instanceof Collection<?> items) {
      for (Object item : items) {
        search(path + "[]", item);
      }
    } else if (value instanceof Map<?, ?> entries) {
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        search(path + '.' + entry.getKey(), entry.getValue());
      }
    } else if (value != null && isOfTheApi(value.getClass())) {
      for (Method method : value.getClass().getMethods()) {
        if (method.getName().equals("getAdditionalProperties")) {
          ((Map<?, ?>) method.invoke(value)).keySet().forEach(key -> found.add(path + '.' + key));
        } else if (method.getName().startsWith("get") && method.getParameterCount() == 0) {
          search(path + '.' + method.getName().substring("get".length()), method.invoke(value));
        }
      }
    }
  }

  private static boolean isOfTheApi(Class<?> type) {
    return !type.isEnum()
        && (type.getName().startsWith("io.fabric8.kubernetes.api.model.")
            || type.getName().startsWith("io.strimzi.api."));
  }
}
