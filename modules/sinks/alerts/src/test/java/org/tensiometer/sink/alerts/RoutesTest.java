package org.tensiometer.sink.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensiometer.contracts.EventType;

class RoutesTest {

  @TempDir Path folder;

  @Test
  void shouldReadRoutesInTheirOrder() throws IOException {
    Routes routes =
        read(
            """
            {"routes": [
              {"name": "korea", "pairs": ["PRK-KOR"], "countries": ["PRK"], "lowestTier": 2},
              {"name": "all-grave", "lowestTier": 3}
            ]}
            """);

    assertThat(routes.all())
        .containsExactly(
            new Route("korea", Set.of("KOR-PRK"), Set.of("PRK"), 2),
            new Route("all-grave", Set.of(), Set.of(), 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"routes\": 1} | needs an object with \"routes\"",
        "{\"routes\": [{\"name\": \"Korea!\"}]} | route 1: 'name' is 1 to 40 small letters",
        "{\"routes\": [{\"name\": \"a\"}, {\"name\": \"a\"}]} | two routes are named \"a\"",
        "{\"routes\": [{\"name\": \"a\", \"pair\": []}]} | route \"a\": unknown 'pair'; did you mean pairs?",
        "{\"routes\": [{\"name\": \"a\", \"pairs\": [\"KOR\"]}]} | for instance KOR-RUS",
        "{\"routes\": [{\"name\": \"a\", \"pairs\": []}]} | 'pairs' is a list with at least one",
        "{\"routes\": [{\"name\": \"a\", \"countries\": [\"korea\"]}]} | codes such as PRK",
        "{\"routes\": [{\"name\": \"a\", \"pairs\": [\"KOR-PKR\"]}]} | no country PKR",
        "{\"routes\": [{\"name\": \"a\", \"pairs\": [\"KOR-PKR\"]}]} | did you mean PRK or",
        "{\"routes\": [{\"name\": \"a\", \"lowestTeir\": 2}]} | did you mean lowestTier?",
        "{\"routes\": [{\"name\": \"a\", \"regions\": [\"mars\"]}]} | there is no region mars; known",
        "{\"routes\": [{\"name\": \"a\", \"events\": [\"WAR\"]}]} | there is no event type WAR; known",
        "{\"routes\": [{\"name\": \"a\", \"lowestOutlets\": 0}]} | a whole number from 1, not 0",
        "{\"routes\": [{\"name\": \"a\", \"format\": \"xml\"}]} | one of [avro, cloudevents]",
        "{\"routes\": [{\"name\": \"a\", \"mute\": [\"KOR\"]}]} | for instance KOR-RUS",
        "{\"routes\": [{\"name\": \"a\", \"acknowledged\": {\"x\": 1}}]} | an alert id is a and 24",
        "{\"routes\": [{\"name\": \"a\", \"name\": \"b\"}]} | Duplicate field 'name'",
        "{\"routes\": [{\"name\": \"a\", \"lowestTier\": 4}]} | 'lowestTier' is a whole number from 1 to 3, not 4",
        "{\"routes\": | :1: is not JSON"
      })
  void shouldRefuseAWrongFileAndSayWhatIsRight(String content, String message) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("routes.json")
        .hasMessageContaining(message);
  }

  @Test
  void shouldReadAllThatARouteMaySay() throws IOException {
    Route route =
        read("""
                {"routes": [{
                  "name": "desk", "regions": ["eastern-asia"], "events": ["ASSAULT", "COERCE"],
                  "lowestOutlets": 3, "mute": ["JPN-KOR"],
                  "acknowledged": {"a080598994d862526a6c207a4": 1}, "format": "cloudevents"
                }]}
                """)
            .all()
            .get(0);

    assertThat(route.countries()).contains("CHN", "JPN", "KOR", "PRK").doesNotContain("IND");
    assertThat(route.events()).containsExactlyInAnyOrder(EventType.ASSAULT, EventType.COERCE);
    assertThat(route.lowestOutlets()).isEqualTo(3);
    assertThat(route.muted()).containsExactly("JPN-KOR");
    assertThat(route.acknowledged()).containsEntry("a080598994d862526a6c207a4", 1);
    assertThat(route.format()).isEqualTo(AlertFormat.CLOUDEVENTS);
  }

  @Test
  void shouldNameTheLineOfWhatIsWrong() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    {"routes": [
                      {"name": "korea",
                       "pairs": ["KOR-PRK",
                                 "KOR-PKR"]}
                    ]}
                    """))
        .hasMessageContaining("routes.json:4: route \"korea\": there is no country PKR");
  }

  @Test
  void shouldSayThatThereIsNoSuchFile() {
    assertThatThrownBy(() -> Routes.read(folder.resolve("none.json")))
        .hasMessageContaining("none.json: no such file");
  }

  private Routes read(String content) throws IOException {
    return Routes.read(Files.writeString(folder.resolve("routes.json"), content));
  }
}
