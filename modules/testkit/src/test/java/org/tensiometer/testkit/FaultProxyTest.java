package org.tensiometer.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tensiometer.embedded.Loopback;

class FaultProxyTest {

  private ServerSocket server;
  private FaultProxy proxy;
  private Socket client;
  private Socket served;

  @BeforeEach
  void connect() throws IOException {
    server = new ServerSocket();
    server.bind(Loopback.address(0));
    int port = Loopback.freePort();
    proxy = FaultProxy.start(port, server.getLocalPort());
    client = new Socket(Loopback.HOST, port);
    // A test whose connection is not broken off fails, and does not wait for ever.
    client.setSoTimeout(30_000);
    served = server.accept();
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    served.close();
    proxy.close();
    server.close();
  }

  @Test
  void shouldCarryBothWays() throws IOException {
    client.getOutputStream().write(7);
    assertThat(served.getInputStream().read()).isEqualTo(7);
    served.getOutputStream().write(8);
    assertThat(client.getInputStream().read()).isEqualTo(8);
    // It counts what it has handed on, which may have been read by then.
    Await.until("two bytes to be counted", proxy::carried, carried -> carried == 2);
  }

  @Test
  void shouldBreakOffWithoutFarewell() {
    proxy.reset();
    assertThatThrownBy(() -> client.getInputStream().read()).hasMessageContaining("reset");
  }

  @Test
  void shouldSwallowWhatIsSentOnAHalfOpenConnection() throws IOException {
    proxy.leaveHalfOpen();
    client.getOutputStream().write(7);
    served.setSoTimeout(200);
    assertThatThrownBy(() -> served.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(client.isClosed()).isFalse();
  }
}
