package org.tensiometer.acceptance.faults;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.Tick;
import org.tensiometer.wire.deadletters.DeadLetters;
import org.tensiometer.wire.serde.AvroSerdes;

/** Records of the topic of claims that are none. */
enum Poison {
  TRUNCATED(DeadLetters.UNDECODABLE) {
    @Override
    byte[] of(ClaimEvent event, AvroSerdes serdes) {
      byte[] good = bytes(event, serdes);
      return Arrays.copyOf(good, good.length * 2 / 3);
    }
  },
  WRONG_MAGIC(DeadLetters.UNDECODABLE) {
    @Override
    byte[] of(ClaimEvent event, AvroSerdes serdes) {
      byte[] bytes = bytes(event, serdes);
      bytes[0] = 1;
      return bytes;
    }
  },
  UNKNOWN_SCHEMA(DeadLetters.UNDECODABLE) {
    @Override
    byte[] of(ClaimEvent event, AvroSerdes serdes) {
      byte[] bytes = bytes(event, serdes);
      ByteBuffer.wrap(bytes).putInt(1, 2_000_000_000);
      return bytes;
    }
  },
  OTHER_TYPE(DeadLetters.UNDECODABLE) {
    @Override
    byte[] of(ClaimEvent event, AvroSerdes serdes) {
      return serdes
          .valueSerializer(Tick.class)
          .serialize(
              Installation.TOPICS.ticks().name(),
              new Tick(event.getReceivedAt(), ClockSource.DATA, LocalDate.EPOCH));
    }
  },
  INVALID(DeadLetters.INVALID) {
    @Override
    byte[] of(ClaimEvent event, AvroSerdes serdes) {
      return bytes(ClaimEvent.newBuilder(event).setClaimCount(0).build(), serdes);
    }
  };

  private final String reason;

  Poison(String reason) {
    this.reason = reason;
  }

  /** The reason that its dead letter must give. */
  String reason() {
    return reason;
  }

  /** Bytes of this kind in the place of the event. */
  abstract byte[] of(ClaimEvent event, AvroSerdes serdes);

  private static byte[] bytes(ClaimEvent event, AvroSerdes serdes) {
    return serdes
        .valueSerializer(ClaimEvent.class)
        .serialize(Installation.TOPICS.claims().name(), event);
  }
}
