package org.tensiometer.wire.registry;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class FacadeRegistryTest extends RegistryClientContract {

  private static RegistryFacade facade;

  @BeforeAll
  static void start() {
    facade = RegistryFacade.start();
  }

  @AfterAll
  static void stop() {
    facade.close();
  }

  @Override
  protected String registryUrl() {
    return facade.url();
  }
}
