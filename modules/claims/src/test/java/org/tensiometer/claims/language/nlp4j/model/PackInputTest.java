package org.tensiometer.claims.language.nlp4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackInputTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("pack");
    try (PackOutput out = new PackOutput(Files.newOutputStream(file))) {
      out.integer(-7);
      out.strings(List.of("", "Z\u00FCrich"));
      out.bytes(new byte[] {1, -1});
      out.ints(new int[20_000]);
      out.longs(new long[] {Long.MIN_VALUE, 3});
      out.floats(new float[] {0.5f, -0f});
      out.finish();
    }
  }

  @Test
  void shouldReadWhatWasWritten() throws IOException {
    PackInput in = PackInput.open(file);

    assertThat(in.integer()).isEqualTo(-7);
    assertThat(in.strings()).containsExactly("", "Z\u00FCrich");
    assertThat(in.bytes()).containsExactly(1, -1);
    assertThat(in.ints()).hasSize(20_000).containsOnly(0);
    assertThat(in.longs()).containsExactly(Long.MIN_VALUE, 3);
    assertThat(in.floats()).containsExactly(0.5f, -0f);
  }

  @Test
  void shouldNoticeEveryChangedByte() throws IOException {
    byte[] good = Files.readAllBytes(file);
    for (int i = 0; i < good.length; i += 997) {
      byte[] bad = good.clone();
      bad[i] ^= 0x10;
      Files.write(file, bad);

      assertThatThrownBy(() -> PackInput.open(file)).isInstanceOf(DamagedPackException.class);
    }
  }

  @Test
  void shouldNoticeAMissingEnd() throws IOException {
    byte[] good = Files.readAllBytes(file);
    for (int length : new int[] {0, 1, 8, good.length / 2, good.length - 1}) {
      Files.write(file, Arrays.copyOf(good, length));

      assertThatThrownBy(() -> PackInput.open(file)).isInstanceOf(DamagedPackException.class);
    }
  }

  @Test
  void shouldNotReadPastTheEndOfAContentOfAnotherKind() throws IOException {
    PackInput in = PackInput.open(file);
    in.integer();
    in.strings();
    in.bytes();
    in.ints();
    in.longs();
    in.floats();

    assertThatThrownBy(in::integer).isInstanceOf(DamagedPackException.class);
  }

  @Test
  void shouldRefuseAModelPackOfAnotherKind() {
    assertThatThrownBy(() -> ModelPack.read(file))
        .isInstanceOf(DamagedPackException.class)
        .hasMessageContaining("no model pack");
  }
}
