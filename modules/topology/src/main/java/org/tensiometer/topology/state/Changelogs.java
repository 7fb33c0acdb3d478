package org.tensiometer.topology.state;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.tensiometer.wire.topics.Topics;

/** The changelogs of a topology, as the brokers know them. */
public final class Changelogs {

  private static final String SUFFIX = "-changelog";

  private Changelogs() {}

  /**
   * The id of each by its name; empty before the first start.
   *
   * @param clientConfig by Kafka's names
   * @throws KafkaException if the brokers do not answer in time
   */
  public static Map<String, String> ids(
      Map<String, Object> clientConfig, Topics topics, Duration patience) {
    Map<String, String> ids = new HashMap<>();
    Admin admin = Admin.create(clientConfig);
    try {
      admin
          .listTopics(new ListTopicsOptions().timeoutMs((int) patience.toMillis()))
          .listings()
          .get()
          .forEach(
              topic -> {
                if (topics.isInternal(topic.name()) && topic.name().endsWith(SUFFIX)) {
                  ids.put(topic.name(), topic.topicId().toString());
                }
              });
      return ids;
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw new KafkaException(
          "Cannot look for the changelogs: " + e.getCause().getMessage(), e.getCause());
    } finally {
      // An ordinary close would wait for an answer that does not come.
      admin.close(Duration.ZERO);
    }
  }
}
