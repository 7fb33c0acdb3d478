package org.tensiometer.operations;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Questions to the brokers, answered or failed in one place. */
public final class Brokers implements AutoCloseable {

  private final Admin admin;

  public Brokers(Map<String, ?> clientConfig) {
    admin = Admin.create(Map.copyOf(clientConfig));
  }

  public Admin admin() {
    return admin;
  }

  /** All topics whose name begins like this, sorted. */
  public SortedSet<String> topics(String prefix) {
    SortedSet<String> found = new TreeSet<>(await(admin.listTopics().names(), "list the topics"));
    found.removeIf(name -> !name.startsWith(prefix));
    return found;
  }

  /**
   * The answer.
   *
   * @param what completes "Cannot ..."
   */
  public static <T> T await(KafkaFuture<T> answer, String what) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw new KafkaException("Cannot " + what + ": " + e.getCause().getMessage(), e.getCause());
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
