package org.tensiometer.wire.serde;

import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.BufferUnderflowException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.tensiometer.wire.registry.RegistryException;
import org.tensiometer.wire.registry.RegistryUnavailableException;

/**
 * Tells what a serde throws in our words. Ours speak them already; Confluent's wrap broken records
 * and outages alike in a SerializationException, so that only the causes tell.
 */
final class SerdeFaults {

  private static final String REST_CLIENT_EXCEPTION =
      "io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException";

  private SerdeFaults() {}

  /** The fault of a deserializer: poison, or something that says nothing about the record. */
  static RuntimeException ofReading(String topic, RuntimeException fault) {
    if (fault instanceof PoisonRecordException) {
      return fault;
    }
    if (isOutage(fault)) {
      return unavailable(topic, fault);
    }
    boolean ofTheBytes =
        fault instanceof SerializationException && !isRefusalOfAnotherKind(fault)
            || fault instanceof AvroRuntimeException
            || fault instanceof IndexOutOfBoundsException
            || fault instanceof BufferUnderflowException;
    return ofTheBytes ? poison(topic, fault) : fault;
  }

  /** The fault of a serializer: an outage, or the fault itself. */
  static RuntimeException ofWriting(String topic, RuntimeException fault) {
    return isOutage(fault) ? unavailable(topic, fault) : fault;
  }

  private static boolean isOutage(RuntimeException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof RetriableException) {
        return true;
      }
      if (cause.getClass().getName().equals(REST_CLIENT_EXCEPTION)) {
        return RegistryException.isOutage(
            number(cause, "getStatus"), number(cause, "getErrorCode"));
      }
      // Two of them are Avro's: bytes that end too early, and bytes that are no number.
      if (cause instanceof IOException
          && !(cause instanceof EOFException)
          && !(cause instanceof InvalidNumberEncodingException)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the registry refused for another reason than that nobody registered the schema. */
  private static boolean isRefusalOfAnotherKind(RuntimeException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof RegistryException refusal) {
        return refusal.errorCode() != RegistryException.SCHEMA_NOT_FOUND;
      }
      if (cause.getClass().getName().equals(REST_CLIENT_EXCEPTION)) {
        return number(cause, "getErrorCode") != RegistryException.SCHEMA_NOT_FOUND;
      }
    }
    return false;
  }

  private static RuntimeException poison(String topic, RuntimeException fault) {
    String cause = fault.getCause() == null ? "" : ": " + fault.getCause().getMessage();
    return new PoisonRecordException(
        "A record of topic " + topic + " cannot be decoded: " + fault.getMessage() + cause, fault);
  }

  private static RuntimeException unavailable(String topic, RuntimeException fault) {
    return fault instanceof RetriableException || fault instanceof InterruptException
        ? fault
        : new RegistryUnavailableException(
            "The registry could not be asked about a record of topic " + topic, fault);
  }

  private static int number(Throwable restClientException, String getter) {
    try {
      return (Integer) restClientException.getClass().getMethod(getter).invoke(restClientException);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(
          REST_CLIENT_EXCEPTION + " has lost its " + getter + "()", restClientException);
    }
  }
}
