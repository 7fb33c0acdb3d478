package org.tensiometer.acceptance.faults;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.tensiometer.acceptance.ShippedProcess;
import org.tensiometer.testkit.Await;

/** Kills a process inside one of its transactions, which the brokers testify. */
final class Transactions implements AutoCloseable {

  private final Admin admin;
  private final String id;

  /**
   * @param id transactional id of the victim
   */
  Transactions(Map<String, Object> clientConfig, String id) {
    this.admin = Admin.create(clientConfig);
    this.id = id;
  }

  /**
   * Stops the process when a transaction of it is seen open, looks again while it cannot move, and
   * kills it if the transaction has records.
   *
   * @param progress something that grows with what the process does
   * @param over whether the process has nothing left to do, so that it was not hit
   * @return whether it was hit
   */
  boolean killInside(
      ShippedProcess process, java.util.concurrent.Callable<?> progress, BooleanSupplier over)
      throws Exception {
    boolean[] hit = {false};
    Await.until(
        "an open transaction of " + id,
        () -> {
          for (int look = 0; look < 20 && !hit[0] && process.isAlive(); look++) {
            if (isOpen()) {
              process.suspend();
              hit[0] = isOpen();
              if (hit[0]) {
                process.kill();
              } else {
                process.resume();
              }
            }
          }
          return progress.call();
        },
        seen -> hit[0] || over.getAsBoolean() || !process.isAlive());
    return hit[0];
  }

  /** Whether a transaction has records that nobody of the committed readers sees. */
  boolean isOpen() {
    try {
      TransactionDescription transaction =
          admin.describeTransactions(List.of(id)).description(id).get();
      return transaction.state() == TransactionState.ONGOING
          && !transaction.topicPartitions().isEmpty();
    } catch (ExecutionException e) {
      // Nobody has used the id yet.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
