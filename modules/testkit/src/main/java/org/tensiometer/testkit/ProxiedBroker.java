package org.tensiometer.testkit;

import java.nio.file.Path;
import java.util.Map;
import org.tensiometer.embedded.EmbeddedBroker;
import org.tensiometer.embedded.Loopback;

/**
 * A broker with two addresses: one that is as good as any, and one behind a {@link FaultProxy},
 * where clients that start there stay.
 */
public final class ProxiedBroker implements Brokers {

  private final EmbeddedBroker broker;
  private final FaultProxy proxy;
  private final int proxiedPort;

  private ProxiedBroker(EmbeddedBroker broker, FaultProxy proxy, int proxiedPort) {
    this.broker = broker;
    this.proxy = proxy;
    this.proxiedPort = proxiedPort;
  }

  /** Starts it in this JVM, with its data in this folder. */
  public static ProxiedBroker start(Path folder) {
    int port = Loopback.freePort();
    int behind = Loopback.freePort();
    int controller = Loopback.freePort();
    int proxied = Loopback.freePort();
    String good = "PLAINTEXT://" + Loopback.HOST + ":" + port;
    Map<String, String> settings =
        Map.of(
            "listeners",
            good
                + (",PROXIED://" + Loopback.HOST + ":" + behind)
                + (",CONTROLLER://" + Loopback.HOST + ":" + controller),
            "advertised.listeners",
            good + ",PROXIED://" + Loopback.HOST + ":" + proxied,
            "listener.security.protocol.map",
            "PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "controller.quorum.voters",
            "1@" + Loopback.HOST + ":" + controller);
    EmbeddedBroker broker = EmbeddedBroker.start(folder, port, settings);
    return new ProxiedBroker(broker, FaultProxy.start(proxied, behind), proxied);
  }

  @Override
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** The address behind the proxy. */
  public String proxiedServers() {
    return Loopback.HOST + ":" + proxiedPort;
  }

  public FaultProxy proxy() {
    return proxy;
  }

  @Override
  public void close() {
    proxy.close();
    broker.close();
  }
}
