package org.tensiometer.embedded.registry;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.embedded.EmbeddedStack;
import org.tensiometer.embedded.Ports;
import org.tensiometer.wire.registry.RegistryClientContract;

class EmbeddedRegistryContractTest extends RegistryClientContract {

  private static EmbeddedStack stack;

  @BeforeAll
  static void start(@TempDir Path folder) {
    stack = EmbeddedStack.start(folder, Ports.FREE);
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Override
  protected String registryUrl() {
    return stack.registryUrl();
  }
}
