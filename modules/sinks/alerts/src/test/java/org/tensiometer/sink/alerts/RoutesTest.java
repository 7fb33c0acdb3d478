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
        "{\"routes\": [{\"name\": \"a\", \"pair\": []}]} | route \"a\": unknown 'pair'; known are",
        "{\"routes\": [{\"name\": \"a\", \"pairs\": [\"KOR\"]}]} | for instance KOR-RUS",
        "{\"routes\": [{\"name\": \"a\", \"pairs\": []}]} | 'pairs' is a list with at least one",
        "{\"routes\": [{\"name\": \"a\", \"countries\": [\"korea\"]}]} | codes such as PRK",
        "{\"routes\": [{\"name\": \"a\", \"lowestTier\": 4}]} | 'lowestTier' is 1, 2 or 3, not 4",
        "{\"routes\": | :1: is not JSON"
      })
  void shouldRefuseAWrongFileAndSayWhatIsRight(String content, String message) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("routes.json")
        .hasMessageContaining(message);
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
