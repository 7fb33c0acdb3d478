package org.tensiometer.wire.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What a registry must do for us, whoever made it. Extend it for each one. */
public abstract class RegistryClientContract {

  private static final Schema FIRST =
      SchemaBuilder.record("R").namespace("n").fields().requiredString("a").endRecord();
  private static final Schema SECOND =
      SchemaBuilder.record("R")
          .namespace("n")
          .fields()
          .requiredString("a")
          .name("b")
          .type()
          .intType()
          .intDefault(7)
          .endRecord();
  private static final Schema THIRD =
      SchemaBuilder.record("R")
          .namespace("n")
          .fields()
          .requiredString("a")
          .name("b")
          .type()
          .intType()
          .intDefault(7)
          .optionalLong("c")
          .endRecord();

  /** Reads what SECOND writes and not what FIRST writes. */
  private static final Schema NOT_OF_FIRST =
      SchemaBuilder.record("R")
          .namespace("n")
          .fields()
          .requiredString("a")
          .requiredInt("b")
          .endRecord();

  private SchemaRegistryClient client;
  private String subject;

  /** Address of the registry under test, with the path of its API. */
  protected abstract String registryUrl();

  @BeforeEach
  void open(TestInfo test) {
    client = SchemaRegistryClients.create(Map.of("schema.registry.url", registryUrl()));
    client.setCompatibility(CompatibilityLevel.BACKWARD_TRANSITIVE);
    subject = test.getTestMethod().orElseThrow().getName() + System.nanoTime() + "-value";
  }

  @Test
  void shouldGiveTheSameIdToASchemaRegisteredAgain() {
    int id = client.register(subject, FIRST);
    assertThat(client.register(subject, FIRST)).isEqualTo(id);
    assertThat(client.versions(subject)).containsExactly(1);
  }

  @Test
  void shouldGiveOneIdToASchemaOfTwoSubjects() {
    int id = client.register(subject, FIRST);
    assertThat(client.register(subject + "-2", FIRST)).isEqualTo(id);
  }

  @Test
  void shouldKeepTheIdOfAnOldVersionWhenANewOneComes() {
    int first = client.register(subject, FIRST);
    int second = client.register(subject, SECOND);
    assertThat(second).isNotEqualTo(first);
    assertThat(client.schemaById(first)).isEqualTo(FIRST);
    assertThat(client.schemaById(second)).isEqualTo(SECOND);
    assertThat(client.register(subject, FIRST)).isEqualTo(first);
    assertThat(client.versions(subject)).containsExactly(1, 2);
  }

  @Test
  void shouldTellTheNewestAndEachVersion() {
    int first = client.register(subject, FIRST);
    int second = client.register(subject, SECOND);
    assertThat(client.latest(subject)).isEqualTo(new RegisteredSchema(subject, second, 2, SECOND));
    assertThat(client.version(subject, 1))
        .isEqualTo(new RegisteredSchema(subject, first, 1, FIRST));
    assertThat(client.subjects()).contains(subject);
  }

  @Test
  void shouldFindASchemaInItsSubjectOnly() {
    int id = client.register(subject, FIRST);
    assertThat(client.lookup(subject, FIRST))
        .isEqualTo(new RegisteredSchema(subject, id, 1, FIRST));
    refused(RegistryException.SCHEMA_NOT_FOUND, () -> client.lookup(subject, SECOND));
    refused(RegistryException.SUBJECT_NOT_FOUND, () -> client.lookup(subject + "-2", FIRST));
  }

  @Test
  void shouldSayWhichThingItDoesNotHave() {
    refused(RegistryException.SCHEMA_NOT_FOUND, () -> client.schemaById(Integer.MAX_VALUE));
    refused(RegistryException.SUBJECT_NOT_FOUND, () -> client.latest(subject));
    refused(RegistryException.SUBJECT_NOT_FOUND, () -> client.versions(subject));
    client.register(subject, FIRST);
    refused(RegistryException.VERSION_NOT_FOUND, () -> client.version(subject, 2));
  }

  @Test
  void shouldRefuseAVersionThatCannotReadTheOneBefore() {
    client.register(subject, FIRST);
    assertThatExceptionOfType(IncompatibleSchemaException.class)
        .isThrownBy(() -> client.register(subject, NOT_OF_FIRST))
        .satisfies(e -> assertThat(e.subject()).isEqualTo(subject))
        .satisfies(e -> assertThat(e.status()).isEqualTo(409))
        .withMessageContaining(subject);
    assertThat(client.versions(subject)).containsExactly(1);
  }

  @Test
  void shouldRefuseAVersionThatCannotReadAnEarlierOneThoughItReadsTheNewest() {
    client.register(subject, FIRST);
    client.register(subject, SECOND);
    assertThat(client.isCompatible(subject, NOT_OF_FIRST)).isFalse();
    assertThatExceptionOfType(IncompatibleSchemaException.class)
        .isThrownBy(() -> client.register(subject, NOT_OF_FIRST));
    assertThat(client.isCompatible(subject, THIRD)).isTrue();
    client.register(subject, THIRD);
    assertThat(client.versions(subject)).containsExactly(1, 2, 3);
  }

  @Test
  void shouldAnswerWhetherASchemaWouldDoWithoutRegisteringIt() {
    assertThat(client.isCompatible(subject, FIRST)).isTrue();
    client.register(subject, FIRST);
    assertThat(client.isCompatible(subject, SECOND)).isTrue();
    assertThat(client.isCompatible(subject, NOT_OF_FIRST)).isFalse();
    assertThat(client.versions(subject)).containsExactly(1);
  }

  @Test
  void shouldKeepTheLevelOfTheWholeAndOfASubject() {
    assertThat(client.compatibility()).isEqualTo(CompatibilityLevel.BACKWARD_TRANSITIVE);
    client.register(subject, FIRST);
    client.setCompatibility(subject, CompatibilityLevel.FORWARD);
    assertThat(client.compatibility(subject)).contains(CompatibilityLevel.FORWARD);
    assertThat(client.compatibility()).isEqualTo(CompatibilityLevel.BACKWARD_TRANSITIVE);
    client.register(subject, NOT_OF_FIRST);
    client.setCompatibility(subject, CompatibilityLevel.BACKWARD_TRANSITIVE);
    assertThat(client.compatibility(subject)).contains(CompatibilityLevel.BACKWARD_TRANSITIVE);
  }

  @Test
  void shouldKnowNoLevelOfASubjectItDoesNotHave() {
    assertThat(client.compatibility(subject)).isEmpty();
  }

  @Test
  void shouldTakeSubjectsWithCharactersThatAnAddressEscapes() {
    String odd = subject + " a/b%c+d.é";
    int id = client.register(odd, FIRST);
    assertThat(client.latest(odd)).isEqualTo(new RegisteredSchema(odd, id, 1, FIRST));
  }

  @Test
  void shouldKeepDocumentationAndLogicalTypes() {
    String text =
        "{\"type\":\"record\",\"name\":\"D\",\"doc\":\"told\",\"fields\":[{\"name\":\"t\",\"type\":"
            + "{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"when\"}]}";
    Schema documented = new Schema.Parser().parse(text);
    Schema kept = client.schemaById(client.register(subject, documented));
    assertThat(kept.toString()).isEqualTo(documented.toString());
  }

  private static void refused(int errorCode, Runnable call) {
    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.errorCode()).isEqualTo(errorCode))
        .satisfies(e -> assertThat(e.status()).isEqualTo(404));
  }
}
