package org.tensiometer.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.embedded.EmbeddedBroker;

class RegistryServerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Schema ONE = record().requiredString("a").endRecord();
  private static final Schema TWO = record().requiredString("a").optionalString("b").endRecord();
  private static final Schema UNREADABLE =
      record().requiredString("a").requiredInt("c").endRecord();

  private static EmbeddedBroker broker;
  private static RegistryServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    broker = EmbeddedBroker.start(folder, 0);
    server = RegistryServer.start(broker.bootstrapServers(), 0);
  }

  @AfterAll
  static void stop() {
    server.close();
    broker.close();
  }

  @Test
  void shouldAnswerInConfluentsContentTypeOnTheLoopbackAddressOnly() throws Exception {
    HttpResponse<String> answer = send("GET", "/", null, "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{}");
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/vnd.schemaregistry.v1+json");
    assertThat(InetAddress.getByName(URI.create(server.url()).getHost()).isLoopbackAddress())
        .isTrue();
    assertThat(send("GET", "/schemas/types", null, "").body()).isEqualTo("[\"AVRO\"]");
  }

  @Test
  void shouldRegisterTheSameSchemaOnceHoweverItIsSpaced() throws Exception {
    JsonNode first = ok("POST", "/subjects/spaced/versions", schema(ONE.toString()));
    JsonNode again =
        ok(
            "POST",
            "/subjects/spaced/versions",
            schema(JSON.readTree(ONE.toString()).toPrettyString()));
    assertThat(again).isEqualTo(first);
    assertThat(ok("GET", "/subjects/spaced/versions", null).toString()).isEqualTo("[1]");
    JsonNode version = ok("GET", "/subjects/spaced/versions/latest", null);
    assertThat(version.path("schema").textValue()).isEqualTo(ONE.toString());
    assertThat(version.path("id")).isEqualTo(first.path("id"));
    assertThat(send("GET", "/subjects/spaced/versions/1/schema", null, "").body())
        .isEqualTo(ONE.toString());
  }

  @Test
  void shouldTellWhereASchemaIsUsed() throws Exception {
    Schema shared = SchemaBuilder.enumeration("Shared").symbols("X");
    int id = ok("POST", "/subjects/used-1/versions", schema(shared)).path("id").intValue();
    ok("POST", "/subjects/used-2/versions", schema(shared));
    assertThat(ok("GET", "/schemas/ids/" + id + "/subjects", null).toString())
        .isEqualTo("[\"used-1\",\"used-2\"]");
    assertThat(ok("GET", "/schemas/ids/" + id + "/versions", null).toString())
        .isEqualTo(
            "[{\"subject\":\"used-1\",\"version\":1},{\"subject\":\"used-2\",\"version\":1}]");
  }

  @Test
  void shouldRefuseWithConfluentsErrorCodes() throws Exception {
    ok("POST", "/subjects/codes/versions", schema(ONE));
    refused(404, 40401, "GET", "/subjects/none/versions", null);
    refused(404, 40402, "GET", "/subjects/codes/versions/9", null);
    refused(404, 40403, "GET", "/schemas/ids/999999", null);
    refused(404, 40403, "POST", "/subjects/codes", schema(TWO));
    refused(404, 40408, "GET", "/config/codes", null);
    refused(404, 404, "GET", "/elsewhere", null);
    refused(409, 409, "POST", "/subjects/codes/versions", schema(UNREADABLE));
    refused(422, 42201, "POST", "/subjects/codes/versions", schema("{\"type\":\"reco"));
    refused(422, 42201, "POST", "/subjects/codes/versions", "{}");
    refused(422, 42202, "GET", "/subjects/codes/versions/zero", null);
    refused(422, 42203, "PUT", "/config", "{\"compatibility\":\"SIDEWAYS\"}");
    refused(400, 400, "POST", "/subjects/codes/versions", "{");
  }

  @Test
  void shouldRefuseBodiesThatAreTooLongOrNotJson() throws Exception {
    String path = "/subjects/bodies/versions";
    String tooLong = " ".repeat(RegistryServer.MAX_BODY + 1);
    assertThat(send("POST", path, tooLong, "application/json").statusCode()).isEqualTo(413);
    assertThat(send("POST", path, schema(ONE), "text/plain").statusCode()).isEqualTo(415);
    assertThat(send("GET", path, null, "").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldSayWhatIsNotCompatibleWithAVersion() throws Exception {
    ok("POST", "/subjects/compatible/versions", schema(ONE));
    String path = "/compatibility/subjects/compatible/versions/latest";
    assertThat(ok("POST", path, schema(TWO)).toString()).isEqualTo("{\"is_compatible\":true}");
    JsonNode verbose = ok("POST", path + "?verbose=true", schema(UNREADABLE));
    assertThat(verbose.path("is_compatible").booleanValue()).isFalse();
    assertThat(verbose.path("messages")).hasSize(1);
    refused(404, 40402, "POST", "/compatibility/subjects/compatible/versions/7", schema(TWO));
  }

  @Test
  void shouldHideADeletedVersionAndStillServeItsId() throws Exception {
    int id = ok("POST", "/subjects/deleted/versions", schema(ONE)).path("id").intValue();
    ok("POST", "/subjects/deleted/versions", schema(TWO));
    assertThat(ok("DELETE", "/subjects/deleted/versions/1", null).intValue()).isEqualTo(1);
    assertThat(ok("GET", "/subjects/deleted/versions", null).toString()).isEqualTo("[2]");
    assertThat(ok("GET", "/schemas/ids/" + id, null).path("schema").textValue())
        .isEqualTo(ONE.toString());
    assertThat(ok("DELETE", "/subjects/deleted", null).toString()).isEqualTo("[2]");
    refused(404, 40401, "GET", "/subjects/deleted/versions", null);
    assertThat(ok("POST", "/subjects/deleted/versions", schema(ONE)).path("id").intValue())
        .isEqualTo(id);
    assertThat(ok("GET", "/subjects/deleted/versions", null).toString()).isEqualTo("[3]");
  }

  @Test
  void shouldTakeBackTheLevelOfASubject() throws Exception {
    ok("PUT", "/config/levels", "{\"compatibility\":\"full\"}");
    assertThat(ok("GET", "/config/levels", null).toString())
        .isEqualTo("{\"compatibilityLevel\":\"FULL\"}");
    ok("DELETE", "/config/levels", null);
    refused(404, 40408, "GET", "/config/levels", null);
    assertThat(ok("GET", "/config/levels?defaultToGlobal=true", null).toString())
        .isEqualTo("{\"compatibilityLevel\":\"BACKWARD_TRANSITIVE\"}");
  }

  @Test
  void shouldServeConfluentsOwnSerializers() throws Exception {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers", broker.bootstrapServers(),
            "schema.registry.url", server.url(),
            "key.serializer", "org.apache.kafka.common.serialization.StringSerializer",
            "value.serializer", "io.confluent.kafka.serializers.KafkaAvroSerializer",
            "key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer",
            "value.deserializer", "io.confluent.kafka.serializers.KafkaAvroDeserializer",
            "auto.offset.reset", "earliest");
    GenericRecord sent = new GenericRecordBuilder(ONE).set("a", "peer").build();
    createTopic("peer");
    try (KafkaProducer<String, Object> producer = new KafkaProducer<>(config);
        KafkaConsumer<String, Object> consumer = new KafkaConsumer<>(config)) {
      producer.send(new ProducerRecord<>("peer", "k", sent)).get();
      consumer.assign(List.of(new TopicPartition("peer", 0)));
      ConsumerRecords<String, Object> received = ConsumerRecords.empty();
      long since = System.nanoTime();
      while (received.isEmpty() && System.nanoTime() - since < TimeUnit.MINUTES.toNanos(2)) {
        received = consumer.poll(java.time.Duration.ofSeconds(1));
      }
      assertThat(received).singleElement().satisfies(r -> assertThat(r.value()).isEqualTo(sent));
    }
    assertThat(ok("GET", "/subjects/peer-value/versions", null).toString()).isEqualTo("[1]");
  }

  private static void createTopic(String name) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
    }
  }

  private static SchemaBuilder.FieldAssembler<Schema> record() {
    return SchemaBuilder.record("R").fields();
  }

  private static String schema(Schema schema) {
    return schema(schema.toString());
  }

  private static String schema(String text) {
    return JSON.createObjectNode().put("schema", text).toString();
  }

  private static JsonNode ok(String method, String path, String body) throws Exception {
    HttpResponse<String> answer = send(method, path, body, RegistryServer.CONTENT_TYPE);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static void refused(int status, int code, String method, String path, String body)
      throws Exception {
    HttpResponse<String> answer = send(method, path, body, RegistryServer.CONTENT_TYPE);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode error = JSON.readTree(answer.body());
    assertThat(error.path("error_code").intValue()).as(answer.body()).isEqualTo(code);
    assertThat(error.path("message").textValue()).isNotBlank();
  }

  private static HttpResponse<String> send(String method, String path, String body, String type)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .method(method, HttpRequest.BodyPublishers.ofString(body))
          .header("Content-Type", type);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
