package org.tensiometer.app.explain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicContents;

/**
 * The last record of every day of one pair, as the topic of indicators has them.
 *
 * @param pair the pair
 * @param days its records by day, at least one
 */
public record PairHistory(CountryPair pair, NavigableMap<LocalDate, TensionIndicator> days) {

  private static final int PAIRS_NAMED = 20;

  /**
   * Reads the topic of indicators of the generation that the settings name.
   *
   * @throws UserError if the brokers do not answer, there is no such topic or the pair is not in it
   */
  public static PairHistory read(Settings settings, CountryPair pair) {
    String topic = settings.topics().indicators().name();
    requireTopic(settings, topic);
    SortedSet<String> pairs = new TreeSet<>();
    NavigableMap<LocalDate, TensionIndicator> days = new TreeMap<>();
    try (var consumer =
            TopicContents.consumer(settings.clients(), settings.topics().prefix() + "-explain");
        Deserializer<TensionIndicator> values =
            new AvroSerdes(settings.clients()).valueDeserializer(TensionIndicator.class)) {
      TopicContents.read(
          consumer,
          topic,
          record -> {
            int hash = record.key().lastIndexOf('#');
            String ofPair = record.key().substring(0, hash);
            if (record.value() != null) {
              pairs.add(ofPair);
            }
            if (ofPair.equals(pair.toString())) {
              LocalDate day = LocalDate.parse(record.key().substring(hash + 1));
              TensionIndicator value = values.deserialize(topic, record.value());
              if (value == null) {
                days.remove(day);
              } else {
                days.put(day, value);
              }
            }
          });
    }
    if (days.isEmpty()) {
      throw UserError.nothingRead(unknown(pair, pairs));
    }
    return new PairHistory(pair, days);
  }

  /**
   * The record of a day.
   *
   * @param day null for the latest
   * @throws UserError if there is none; names the nearest days that have one
   */
  public TensionIndicator on(LocalDate day) {
    if (day == null) {
      return days.lastEntry().getValue();
    }
    TensionIndicator found = days.get(day);
    if (found == null) {
      String nearest =
          Stream.of(days.lowerKey(day), days.higherKey(day))
              .filter(other -> other != null)
              .map(LocalDate::toString)
              .collect(Collectors.joining(" and "));
      throw UserError.nothingRead(
          pair + " has no record of " + day + "; the nearest days that have one: " + nearest);
    }
    return found;
  }

  /** The records of the window that ends with this day, without the days that have none. */
  public List<TensionIndicator> window(LocalDate day, int length) {
    return List.copyOf(days.subMap(day.minusDays(length - 1L), true, day, true).values());
  }

  static String unknown(CountryPair pair, SortedSet<String> pairs) {
    if (pairs.isEmpty()) {
      return "there is no record of " + pair + ", nor of any other pair";
    }
    List<String> related =
        pairs.stream()
            .sorted(
                Comparator.comparing((String other) -> shared(pair, other))
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    int more = related.size() - PAIRS_NAMED;
    return "there is no record of "
        + pair
        + "; there is one of "
        + String.join(", ", related.subList(0, Math.min(PAIRS_NAMED, related.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static boolean shared(CountryPair pair, String other) {
    CountryPair parsed = CountryPair.parse(other);
    return Stream.of(parsed.a(), parsed.b())
        .anyMatch(code -> code.equals(pair.a()) || code.equals(pair.b()));
  }

  private static void requireTopic(Settings settings, String topic) {
    try (Admin admin = Admin.create(settings.clients())) {
      if (!admin.listTopics().names().get().contains(topic)) {
        throw UserError.nothingRead(
            "Kafka at "
                + settings.bootstrapServers()
                + " has no topic "
                + topic
                + "; has the topology run there, and is --generation right?");
      }
    } catch (ExecutionException | KafkaException e) {
      Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
      throw UserError.environment(
          "Kafka at "
              + settings.bootstrapServers()
              + " gives no answer; is it running? ("
              + cause.getMessage()
              + ')',
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw UserError.environment("interrupted", e);
    }
  }
}
