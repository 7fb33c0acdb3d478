package org.tensiometer.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tensiometer.app.Screen;

class AlertTextTest {

  @Test
  void shouldSayTheSentenceAndTheWordsOfArticlesBelow() {
    assertThat(new AlertText(new Screen(90, false)).lines(Alerts.raised()))
        .containsExactly(
            "CHN-JPN raise: Tension between China and Japan rose above its normal range.",
            "    \"Japan accused China on Friday.\" said by the ministry, Harbour Post, 2024-06-21,",
            "    https://harbour.example/1");
  }
}
