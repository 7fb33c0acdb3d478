package org.tensiometer.testkit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensiometer.contracts.DeadLetter;

/**
 * What was sent as poison is in the dead letters, each record once, with its bytes, its origin and
 * the right reason, and nothing else is.
 *
 * <pre>
 * kept:   sent t-0@5 undecodable      letter t-0@5 undecodable, same bytes
 * broken: sent t-0@5 undecodable      letter t-0@5 invalid
 * broken: sent t-0@5                  letter t-0@5, letter t-0@5      (refused again after a crash)
 * broken:                             letter t-0@6
 * </pre>
 */
public final class ExactlyThesePoisonous implements Guarantee {

  private record Sent(String reason, byte[] value) {}

  private final Map<String, Sent> sent = new TreeMap<>();
  private final Map<String, Integer> letters = new TreeMap<>();
  private final List<String> breaches = new ArrayList<>();

  public void onPoison(String topic, int partition, long offset, String reason, byte[] value) {
    sent.put(place(topic, partition, offset), new Sent(reason, value));
  }

  public void onDeadLetter(DeadLetter letter) {
    String place =
        place(letter.getOriginTopic(), letter.getOriginPartition(), letter.getOriginOffset());
    letters.merge(place, 1, Integer::sum);
    Sent of = sent.get(place);
    if (of == null) {
      breaches.add(place + " is a dead letter and no poison: " + letter.getMessage());
    } else if (!of.reason().equals(letter.getReason())) {
      breaches.add(
          place
              + " is refused as "
              + letter.getReason()
              + ", not "
              + of.reason()
              + ": "
              + letter.getMessage());
    } else if (!Arrays.equals(of.value(), bytes(letter.getValue()))) {
      breaches.add(place + " has other bytes in its dead letter");
    }
  }

  @Override
  public List<String> breaches() {
    List<String> all = new ArrayList<>(breaches);
    letters.forEach(
        (place, count) -> {
          if (count > 1) {
            all.add(place + " is a dead letter " + count + " times");
          }
        });
    sent.keySet().stream()
        .filter(place -> !letters.containsKey(place))
        .map(place -> place + " is poison and no dead letter")
        .forEach(all::add);
    return all;
  }

  private static byte[] bytes(ByteBuffer buffer) {
    if (buffer == null) {
      return null;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private static String place(String topic, int partition, long offset) {
    return topic + '-' + partition + '@' + offset;
  }
}
