package org.tensiometer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;

/** Exit codes of commands on an installation in which nothing has happened. */
@ExtendWith(SharedCluster.class)
class OperatorCommandsTest {

  private TestCluster cluster;
  private String told;

  @BeforeEach
  void connect(TestCluster cluster) {
    this.cluster = cluster;
  }

  @Test
  void shouldTellANameThatIsNotThereFromASelectionThatTakesInNothing() {
    for (String command : new String[] {"deadletters", "late"}) {
      assertThat(run(command, "drop", "--reason", "invalid")).isZero();
      assertThat(told).contains("is selected");
      assertThat(run(command, "redrive", "--all")).isZero();
      assertThat(run(command, "ls")).isZero();
      for (String action : new String[] {"ls", "drop", "redrive"}) {
        assertThat(run(command, action, "--id", "none.claims-0@7")).as(action).isOne();
        assertThat(told).contains("none.claims-0@7").contains(command + " ls --all");
      }
    }
    assertThat(run("deadletters", "drop")).as("nothing said of which").isEqualTo(2);
    assertThat(run("erase", "nobody", "--yes")).isOne();
    assertThat(told).contains("nothing is there of an article nobody");
    assertThat(run("erase", "nobody", "--allow-again", "--yes")).isOne();
    assertThat(told).contains("no article nobody was erased");
  }

  private int run(String... command) {
    StringWriter out = new StringWriter();
    PrintWriter printed = new PrintWriter(out, true);
    String[] connection = {
      "--bootstrap-server",
      cluster.bootstrapServers(),
      "--schema-registry",
      cluster.registryUrl(),
      // As others have it on this cluster.
      "--partitions",
      "2"
    };
    int exitCode =
        Tensiometer.execute(
            Stream.concat(Arrays.stream(command), Arrays.stream(connection)).toArray(String[]::new),
            new Console(InputStream.nullInputStream(), printed, printed));
    told = out.toString();
    return exitCode;
  }
}
