package org.tensiometer.wire.registry;

import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.wire.registry.ApicurioExtension.ApicurioUrl;

@ExtendWith(ApicurioExtension.class)
class ApicurioRegistryTest extends RegistryClientContract {

  private final String url;

  ApicurioRegistryTest(ApicurioUrl url) {
    this.url = url.value();
  }

  @Override
  protected String registryUrl() {
    return url;
  }
}
