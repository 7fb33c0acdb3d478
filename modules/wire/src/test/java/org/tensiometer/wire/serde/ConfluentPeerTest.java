package org.tensiometer.wire.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensiometer.contracts.GenerationPointer;
import org.tensiometer.contracts.Tick;
import org.tensiometer.wire.registry.RegistryFacade;

/** Against a registry in this JVM, which also fails on demand. */
class ConfluentPeerTest extends ConfluentPeerContract {

  private final RegistryFacade facade = RegistryFacade.start();

  @Override
  protected String registryUrl() {
    return facade.url();
  }

  @AfterEach
  void stop() {
    facade.close();
  }

  @Test
  void shouldBothSendTheCredentialsOfTheSettings() {
    Map<String, Object> settings =
        settings(
            "basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "ann:s:ecret");
    ours(settings).serialize("t", "x");
    theirs(settings).serialize("t", "x");
    assertThat(facade.authorizations()).endsWith(basic("ann:s:ecret"), basic("ann:s:ecret"));
  }

  @Test
  void shouldBothSendTheCredentialsOfTheAddress() {
    Map<String, Object> settings =
        settings(
            "schema.registry.url",
            "http://ann:secret@127.0.0.1:" + facade.port(),
            "basic.auth.credentials.source",
            "URL");
    ours(settings).serialize("t", "x");
    theirs(settings).serialize("t", "x");
    assertThat(facade.authorizations()).endsWith(basic("ann:secret"), basic("ann:secret"));
  }

  @Test
  void shouldBothGoToTheNextAddressWhenOneIsDead() throws Exception {
    Map<String, Object> settings =
        settings("schema.registry.url", "http://127.0.0.1:" + deadPort() + "," + facade.url());
    assertThat(ours(settings).serialize("t", "x")).isEqualTo(theirs(settings).serialize("t", "x"));
  }

  @Test
  void shouldBothTakeARegistryInTheProcess() {
    String address = "mock://peer" + System.nanoTime();
    byte[] ours = ours(settings("schema.registry.url", address)).serialize("t", "x");
    byte[] theirs = theirs(settings("schema.registry.url", address)).serialize("t", "x");
    assertThat(ours).isEqualTo(theirs);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldNeverTakeAnOutageForPoison(boolean peer) {
    byte[] bytes =
        ours(settings())
            .serialize(
                "t",
                Samples.ofAllRecords().stream().filter(Tick.class::isInstance).findFirst().get());
    Map<String, Object> settings = settings("max.retries", 0);
    if (peer) {
      settings.put(AvroSerdes.DESERIALIZER_CLASS, PEER_DESERIALIZER);
    }
    for (int status : new int[] {500, 503, 401, 403, 404, 429}) {
      // Of its own, or it would know what the one before has asked.
      settings.put("http.read.timeout.ms", 10_000 + status);
      Deserializer<Tick> ticks = new AvroSerdes(settings).value(Tick.class).deserializer();
      facade.failWith(status);
      assertThatThrownBy(() -> ticks.deserialize("t", bytes))
          .as("status %s", status)
          .isInstanceOf(RetriableException.class);
      assertThat(ticks.deserialize("t", bytes)).isInstanceOf(Tick.class);
    }
    settings.put("http.read.timeout.ms", 10_000);
    Deserializer<Tick> ticks = new AvroSerdes(settings).value(Tick.class).deserializer();
    facade.close();
    assertThatThrownBy(() -> ticks.deserialize("t", bytes)).isInstanceOf(RetriableException.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldTellAnOutageWhileWritingFromARefusal(boolean peer) {
    Map<String, Object> settings = settings("max.retries", 0);
    if (peer) {
      settings.put(AvroSerdes.SERIALIZER_CLASS, PEER_SERIALIZER);
    }
    Serializer<GenerationPointer> pointers =
        new AvroSerdes(settings).value(GenerationPointer.class).serializer();
    GenerationPointer pointer = new GenerationPointer("g", null, Instant.EPOCH);
    facade.failWith(503);
    assertThatThrownBy(() -> pointers.serialize("t", pointer))
        .isInstanceOf(RetriableException.class);
    ours(settings()).serialize("taken", "text");
    assertThatThrownBy(() -> pointers.serialize("taken", pointer))
        .isNotInstanceOf(RetriableException.class);
    assertThat(pointers.serialize("t", pointer)).isNotEmpty();
    facade.close();
    assertThatThrownBy(() -> pointers.serialize("elsewhere", pointer))
        .isInstanceOf(RetriableException.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldNotTakeARefusalOfAnotherKindForPoison(boolean peer) {
    Map<String, Object> settings = settings("max.retries", 0);
    if (peer) {
      settings.put(AvroSerdes.DESERIALIZER_CLASS, PEER_DESERIALIZER);
    }
    byte[] bytes = ours(settings()).serialize("t", new GenerationPointer("g", null, Instant.EPOCH));
    Deserializer<GenerationPointer> pointers =
        new AvroSerdes(settings).value(GenerationPointer.class).deserializer();
    facade.failWith(400);
    assertThatThrownBy(() -> pointers.deserialize("t", bytes))
        .isNotInstanceOf(PoisonRecordException.class);
  }

  private static int deadPort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static String basic(String credentials) {
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }
}
