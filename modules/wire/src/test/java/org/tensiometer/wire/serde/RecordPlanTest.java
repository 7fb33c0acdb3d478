package org.tensiometer.wire.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.ArticleRevisions;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.PairAlerts;
import org.tensiometer.contracts.PairClaim;
import org.tensiometer.contracts.PairContribution;
import org.tensiometer.contracts.PairDay;
import org.tensiometer.contracts.PairDayTotals;
import org.tensiometer.contracts.PublishedRecord;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.contracts.Tick;

class RecordPlanTest {

  private static final int RECORDS = 200;

  static Stream<Schema> schemas() {
    return Stream.of(
        Article.getClassSchema(),
        ArticleRevisions.getClassSchema(),
        ClaimEvent.getClassSchema(),
        CodedClaim.getClassSchema(),
        PairAlerts.getClassSchema(),
        PairClaim.getClassSchema(),
        PairContribution.getClassSchema(),
        PairDay.getClassSchema(),
        PairDayTotals.getClassSchema(),
        PublishedRecord.getClassSchema(),
        TensionAlert.getClassSchema(),
        TensionIndicator.getClassSchema(),
        Tick.getClassSchema());
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void shouldWriteTheBytesOfAvrosOwnWriter(Schema schema) throws IOException {
    for (Object any : new RandomData(schema, RECORDS, 7)) {
      SpecificRecord record = generated(schema, any);
      RecordPlan plan = RecordPlan.of(record);

      assertThat(plan.fits(record)).isTrue();
      assertThat(bytes(encoder -> plan.write(record, encoder)))
          .isEqualTo(
              bytes(
                  encoder -> new SpecificDatumWriter<>(record.getSchema()).write(record, encoder)));
    }
  }

  @Test
  void shouldLeaveARecordWithAMapToAvro() throws IOException {
    Schema schema = DeadLetter.getClassSchema();
    SpecificRecord record = generated(schema, new RandomData(schema, 1, 7).iterator().next());

    assertThat(RecordPlan.of(record).fits(record)).isFalse();
  }

  @Test
  void shouldLeaveItToAvroToTellWhatDoesNotFit() {
    var serializer =
        new AvroSerdes(Map.of("schema.registry.url", "mock://record-plan"))
            .valueSerializer(PairAlerts.class);
    PairAlerts withoutList = new PairAlerts();

    assertThatThrownBy(() -> serializer.serialize("t", withoutList))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("does not fit its schema")
        .hasMessageContaining("alerts");
    assertThat(serializer.serialize("t", new PairAlerts(List.of()))).endsWith(0);
  }

  private static SpecificRecord generated(Schema schema, Object any) throws IOException {
    byte[] bytes = bytes(encoder -> new GenericDatumWriter<>(schema).write(any, encoder));
    return new SpecificDatumReader<SpecificRecord>(schema)
        .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
  }

  private interface Body {
    void write(BinaryEncoder encoder) throws IOException;
  }

  private static byte[] bytes(Body body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    body.write(encoder);
    encoder.flush();
    return bytes.toByteArray();
  }
}
