package org.tensiometer.acceptance.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromQlTest {

  @Test
  void shouldFindTheMetricsAndNothingElse() {
    assertThat(
            PromQl.metrics(
                "sum by (reason, stage) (increase(a_total{kind=\"b_total\"}[15m])) > 0 or sum by"
                    + " (le) (c unless c offset 15m) and on() vector(0)"))
        .containsExactly("a_total", "c");
    assertThat(PromQl.metrics("histogram_quantile(0.95, sum(rate(d_bucket[$__rate_interval])))"))
        .containsExactly("d_bucket");
    assertThat(PromQl.metrics("sum without (instance) (e:rate5m) / f")).contains("e:rate5m", "f");
  }
}
