package org.tensiometer.sink.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What we write, as the CloudEvents SDK reads it. */
class CloudEventsTest {

  @Test
  void shouldBeAnEventThatTheSdkReads() throws IOException {
    CloudEvent event =
        read(CloudEvents.record("t", "/tensiometer", "a1", Alerts.alert("a1", "KOR", "PRK", 2)));

    assertThat(event.getId()).isEqualTo("a1/1");
    assertThat(event.getSource()).isEqualTo(URI.create("/tensiometer"));
    assertThat(event.getType()).isEqualTo("org.tensiometer.alert.raise");
    assertThat(event.getSubject()).isEqualTo("KOR-PRK");
    assertThat(event.getTime()).isEqualTo(OffsetDateTime.parse("2024-06-21T00:00:00Z"));
    assertThat(event.getDataContentType()).isEqualTo("application/json");
    JsonNode alert = new ObjectMapper().readTree(event.getData().toBytes());
    assertThat(alert.get("alert_id").asText()).isEqualTo("a1");
    assertThat(alert.get("first_day").asText()).isEqualTo("2024-06-21");
    assertThat(alert.get("score").asDouble()).isEqualTo(3.5);
  }

  @Test
  void shouldTellOfAnAlertThatIsOverAndLetCompactionRemoveIt() {
    ProducerRecord<String, Object> over = CloudEvents.record("t", "/tensiometer", "a1", null);
    assertThat(over.value()).isNull();
    CloudEvent event = read(over);
    assertThat(event.getType()).isEqualTo("org.tensiometer.alert.over");
    assertThat(event.getId()).isEqualTo("a1/over");
    assertThat(event.getData()).isNull();
  }

  private static CloudEvent read(ProducerRecord<String, Object> record) {
    return KafkaMessageFactory.createReader(record.headers(), (byte[]) record.value()).toEvent();
  }
}
