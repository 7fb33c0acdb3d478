package org.tensiometer.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class HostCheckTest {

  @Test
  void shouldRefuseTheNameOfAnotherSiteThatPointsToThisMachine() throws UnknownHostException {
    HostCheck check = new HostCheck(InetAddress.getByName("127.0.0.1"));
    assertThat(check.allows("127.0.0.1:8080")).isTrue();
    assertThat(check.allows("LOCALHOST:8080")).isTrue();
    assertThat(check.allows("[::1]:8080")).isTrue();
    assertThat(check.allows("rebound.example:8080")).isFalse();
    assertThat(check.allows("localhost.rebound.example")).isFalse();
    assertThat(check.allows(null)).isFalse();
  }

  @Test
  void shouldTakeAnyNameWhereOthersAreLetIn() throws UnknownHostException {
    assertThat(new HostCheck(InetAddress.getByName("0.0.0.0")).allows("view.example")).isTrue();
  }
}
