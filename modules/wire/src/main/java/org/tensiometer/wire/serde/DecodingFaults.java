package org.tensiometer.wire.serde;

import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.BufferUnderflowException;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.tensiometer.wire.registry.RegistryException;
import org.tensiometer.wire.registry.RegistryUnavailableException;

/**
 * Tells poison from outage in what a deserializer throws. Ours say it themselves; Confluent's wrap
 * both in a SerializationException, so that only the causes tell.
 */
final class DecodingFaults {

  private static final String REST_CLIENT_EXCEPTION =
      "io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException";

  private DecodingFaults() {}

  /** The fault in our words: poison, or something that says nothing about the record. */
  static RuntimeException told(String topic, RuntimeException fault) {
    if (fault instanceof PoisonRecordException
        || fault instanceof RetriableException
        || fault instanceof InterruptException) {
      return fault;
    }
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof RegistryException registry) {
        return registry;
      }
      if (cause.getClass().getName().equals(REST_CLIENT_EXCEPTION)) {
        return errorCode(cause) == RegistryException.SCHEMA_NOT_FOUND
            ? poison(topic, fault)
            : unavailable(topic, fault);
      }
      // The end of the bytes is Avro's word for a truncated record.
      if (cause instanceof IOException && !(cause instanceof EOFException)) {
        return unavailable(topic, fault);
      }
    }
    boolean ofTheBytes =
        fault instanceof SerializationException
            || fault instanceof AvroRuntimeException
            || fault instanceof IndexOutOfBoundsException
            || fault instanceof BufferUnderflowException;
    return ofTheBytes ? poison(topic, fault) : fault;
  }

  private static RuntimeException poison(String topic, RuntimeException fault) {
    Throwable told = fault.getCause() == null ? fault : fault.getCause();
    return new PoisonRecordException(
        "A record of topic "
            + topic
            + " cannot be decoded: "
            + fault.getMessage()
            + (told == fault ? "" : ": " + told.getMessage()),
        fault);
  }

  private static RuntimeException unavailable(String topic, RuntimeException fault) {
    return new RegistryUnavailableException(
        "The registry could not be asked about a record of topic " + topic, fault);
  }

  private static int errorCode(Throwable restClientException) {
    try {
      return (Integer)
          restClientException.getClass().getMethod("getErrorCode").invoke(restClientException);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(
          REST_CLIENT_EXCEPTION + " has lost its getErrorCode()", restClientException);
    }
  }
}
