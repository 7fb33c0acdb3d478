package org.tensiometer.wire.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.GenerationPointer;
import org.tensiometer.contracts.PairClaim;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.contracts.Tick;

/** Records of every schema of the contracts, filled at random, the same in every run. */
final class Samples {

  private static final int OF_EACH = 5;
  private static final long SEED = 20240621;

  private static final List<Schema> SCHEMAS =
      List.of(
          Article.getClassSchema(),
          ClaimEvent.getClassSchema(),
          CodedClaim.getClassSchema(),
          DeadLetter.getClassSchema(),
          GenerationPointer.getClassSchema(),
          PairClaim.getClassSchema(),
          TensionAlert.getClassSchema(),
          TensionIndicator.getClassSchema(),
          Tick.getClassSchema());

  private Samples() {}

  static List<SpecificRecord> ofAllRecords() {
    TrustedRecords.trust();
    return SCHEMAS.stream().flatMap(Samples::of).toList();
  }

  private static Stream<SpecificRecord> of(Schema schema) {
    Stream.Builder<SpecificRecord> samples = Stream.builder();
    for (Object generic : new RandomData(schema, OF_EACH, SEED)) {
      samples.add(asGenerated(schema, generic));
    }
    return samples.build();
  }

  private static SpecificRecord asGenerated(Schema schema, Object generic) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      new GenericDatumWriter<>(schema).write(generic, encoder);
      encoder.flush();
      SpecificRecord record =
          new SpecificDatumReader<SpecificRecord>(schema)
              .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
      PlainLists.putInto(record);
      return record;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
