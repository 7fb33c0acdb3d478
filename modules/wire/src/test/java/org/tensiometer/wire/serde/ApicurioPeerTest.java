package org.tensiometer.wire.serde;

import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.wire.registry.ApicurioExtension;
import org.tensiometer.wire.registry.ApicurioExtension.ApicurioUrl;

/** Against a real registry server. */
@ExtendWith(ApicurioExtension.class)
class ApicurioPeerTest extends ConfluentPeerContract {

  private final String url;

  ApicurioPeerTest(ApicurioUrl url) {
    this.url = url.value();
  }

  @Override
  protected String registryUrl() {
    return url;
  }
}
