package org.tensiometer.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class OperatorWriterTest {

  @Test
  void shouldTellWhyACommitOfUnknownOutcomeFailed() {
    TimeoutException late = new TimeoutException("no answer to the commit");
    MockProducer<byte[], byte[]> producer =
        new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
          @Override
          public void abortTransaction() {
            throw new IllegalStateException("the commit must be retried");
          }
        };
    producer.commitTransactionException = late;

    try (OperatorWriter writer = new OperatorWriter("test", producer)) {
      assertThatThrownBy(() -> writer.write(List.of(new ProducerRecord<>("topic", null))))
          .isSameAs(late);
    }

    assertThat(late.getSuppressed()).singleElement().isInstanceOf(IllegalStateException.class);
  }
}
