package org.tensiometer.claims.language.nlp4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTableTest {

  @Property(tries = 200)
  void shouldFindExactlyWhatWasPutIn(
      @ForAll @Size(max = 300) Set<Long> keys, @ForAll Set<Long> others) {
    keys.remove(0L);
    FingerprintTable.Builder builder = new FingerprintTable.Builder(keys.size());
    keys.forEach(key -> builder.put(key, (int) (key & 0xFFFF)));
    FingerprintTable table = builder.build();

    assertThat(keys).allSatisfy(key -> assertThat(table.get(key)).isEqualTo((int) (key & 0xFFFF)));
    others.removeAll(keys);
    others.remove(0L);
    assertThat(others).allSatisfy(key -> assertThat(table.get(key)).isEqualTo(-1));
  }

  @Test
  void shouldRefuseTwoStringsWithOneFingerprint() {
    FingerprintTable.Builder builder = new FingerprintTable.Builder(2).put(7, 1);

    assertThatThrownBy(() -> builder.put(7, 2)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldBeTheSameAfterWritingAndReading(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("table");
    try (PackOutput out = new PackOutput(Files.newOutputStream(file))) {
      new FingerprintTable.Builder(3)
          .put(5, 50)
          .put(-6, 60)
          .put(Long.MAX_VALUE, 70)
          .build()
          .write(out);
      out.finish();
    }

    FingerprintTable table = FingerprintTable.read(PackInput.open(file));

    assertThat(table.get(5)).isEqualTo(50);
    assertThat(table.get(-6)).isEqualTo(60);
    assertThat(table.get(Long.MAX_VALUE)).isEqualTo(70);
    assertThat(table.get(8)).isEqualTo(-1);
  }
}
