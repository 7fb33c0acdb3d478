package org.tensiometer.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tensiometer.wire.registry.CompatibilityLevel;

/** Pins the bytes: compaction and Confluent's registry depend on them. */
class RegistryCodecTest {

  @Test
  void shouldWriteASchemaAsConfluentDoes() throws IOException {
    RegistryEntry entry =
        new RegistryEntry.Registered(new SchemaVersion("s-value", 2, 7, "\"string\"", false));
    pins(
        entry,
        "{\"keytype\":\"SCHEMA\",\"subject\":\"s-value\",\"version\":2,\"magic\":1}",
        "{\"subject\":\"s-value\",\"version\":2,\"id\":7,\"schema\":\"\\\"string\\\"\","
            + "\"deleted\":false}");
  }

  @Test
  void shouldWriteLevelsAsConfluentDoes() throws IOException {
    pins(
        new RegistryEntry.Level(null, CompatibilityLevel.FULL),
        "{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}",
        "{\"compatibilityLevel\":\"FULL\"}");
    pins(
        new RegistryEntry.Level("s-value", null),
        "{\"keytype\":\"CONFIG\",\"subject\":\"s-value\",\"magic\":0}",
        null);
  }

  @Test
  void shouldWriteTheDeletionOfASubjectAsConfluentDoes() throws IOException {
    pins(
        new RegistryEntry.SubjectDeleted("s-value", 3),
        "{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"s-value\",\"magic\":0}",
        "{\"subject\":\"s-value\",\"version\":3}");
  }

  @Test
  void shouldReadWhatNewerRegistriesAddAndLeaveAsideWhatItDoesNotKeep() throws IOException {
    String key = "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1}";
    assertThat(
            read(
                key,
                "{\"subject\":\"s\",\"version\":1,\"id\":4,\"md5\":\"x\",\"schemaType\":\"AVRO\","
                    + "\"schema\":\"\\\"int\\\"\",\"ts\":1,\"deleted\":true}"))
        .isEqualTo(new RegistryEntry.Registered(new SchemaVersion("s", 1, 4, "\"int\"", true)));
    assertThat(read(key, null)).isEqualTo(new RegistryEntry.Purged("s", 1));
    assertThat(
            read(
                key,
                "{\"subject\":\"s\",\"version\":1,\"id\":4,\"schemaType\":\"JSON\","
                    + "\"schema\":\"{}\"}"))
        .isInstanceOf(RegistryEntry.Ignored.class);
    assertThat(read("{\"keytype\":\"NOOP\",\"magic\":0}", null))
        .isEqualTo(new RegistryEntry.Ignored("NOOP"));
  }

  @Test
  void shouldSayWhatARecordLacks() {
    String key = "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1}";
    assertThatThrownBy(() -> read(key, "{\"subject\":\"s\",\"version\":1,\"id\":4}"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("\"schema\" is missing");
  }

  private static void pins(RegistryEntry entry, String key, String value) throws IOException {
    assertThat(text(RegistryCodec.key(entry))).isEqualTo(key);
    assertThat(text(RegistryCodec.value(entry))).isEqualTo(value);
    assertThat(read(key, value)).isEqualTo(entry);
  }

  private static RegistryEntry read(String key, String value) throws IOException {
    return RegistryCodec.read(bytes(key), value == null ? null : bytes(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }
}
