package org.tensiometer.wire.registry;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one Apicurio server, started for the first and stopped after the last. */
public final class ApicurioExtension implements ParameterResolver {

  /** Address of the server's Confluent API. */
  public record ApicurioUrl(String value) {}

  private record Running(ApicurioServer server) implements AutoCloseable {
    @Override
    public void close() {
      server.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ApicurioUrl.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running =
        context
            .getStore(
                StoreScope.LAUNCHER_SESSION,
                ExtensionContext.Namespace.create(ApicurioExtension.class))
            .getOrComputeIfAbsent(
                "server", key -> new Running(ApicurioServer.start()), Running.class);
    return new ApicurioUrl(running.server().url());
  }
}
