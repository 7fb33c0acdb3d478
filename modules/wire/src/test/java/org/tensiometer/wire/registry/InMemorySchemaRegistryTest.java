package org.tensiometer.wire.registry;

class InMemorySchemaRegistryTest extends RegistryClientContract {

  @Override
  protected String registryUrl() {
    return "mock://" + getClass().getSimpleName();
  }
}
