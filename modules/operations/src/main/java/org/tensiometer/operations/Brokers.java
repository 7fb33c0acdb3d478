package org.tensiometer.operations;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Questions to the brokers, answered or failed in one place. */
public final class Brokers implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long POLL_MILLIS = 50;

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
   * Deletes topics and returns when the broker asked names none of them any more, which is a little
   * after they are gone. One that somebody makes again meanwhile is waited for in vain.
   */
  public void delete(Set<String> topics) {
    await(admin.deleteTopics(topics).all(), "delete topics " + topics);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Collections.disjoint(topics(""), topics) && System.nanoTime() - deadline < 0) {
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
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
