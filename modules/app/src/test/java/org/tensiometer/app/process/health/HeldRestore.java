package org.tensiometer.app.process.health;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Lets a few records of changelogs pass, and the others when they may. */
public final class HeldRestore implements ConsumerInterceptor<byte[], byte[]> {

  private static final int PASSING = 5;

  private static final CountDownLatch GATE = new CountDownLatch(1);

  private int passed;

  static void release() {
    GATE.countDown();
  }

  @Override
  public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
    passed += records.count();
    if (passed > PASSING) {
      try {
        GATE.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return records;
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

  @Override
  public void configure(Map<String, ?> settings) {}

  @Override
  public void close() {}
}
