package org.tensiometer.topology.deadletter;

import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Tells what a later attempt may mend, a registry or broker that does not answer, from what is
 * wrong in itself. Looks at the causes, because Confluent's serializer and Kafka Streams wrap them.
 */
public final class Outages {

  private static final String CONFLUENT_REST_EXCEPTION =
      "io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException";

  private Outages() {}

  /** Whether the fault, or one that caused it, is an outage. */
  public static boolean isOutage(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof RetriableException || isOfTheNetwork(cause) || isOfTheServer(cause)) {
        return true;
      }
    }
    return false;
  }

  // Not every IOException: Avro tells broken bytes with some.
  private static boolean isOfTheNetwork(Throwable fault) {
    return fault instanceof SocketException
        || fault instanceof InterruptedIOException
        || fault instanceof UnknownHostException
        || fault instanceof HttpTimeoutException
        || fault instanceof SSLException;
  }

  /** Confluent's client is not on the class path here; its exception is known by name. */
  private static boolean isOfTheServer(Throwable fault) {
    if (!fault.getClass().getName().equals(CONFLUENT_REST_EXCEPTION)) {
      return false;
    }
    try {
      int status = (Integer) fault.getClass().getMethod("getStatus").invoke(fault);
      return status >= 500 || status == 401 || status == 403 || status == 429;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(CONFLUENT_REST_EXCEPTION + " has lost its getStatus()", e);
    }
  }
}
