package org.tensiometer.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tensiometer.ingest.IngestReport;

class IngestTextTest {

  @Test
  void shouldGiveSumsThatAddUpAndThenWhatArticlesLeaveUntold() {
    IngestReport report =
        new IngestReport(
            1200,
            2,
            new TreeMap<>(Map.of("in French, not English", 3, "in German, not English", 1)),
            14000,
            0,
            new IngestReport.Untold(5, 0, 1),
            Set.of(),
            Optional.empty());

    assertThat(IngestText.lines(report))
        .containsExactly(
            "1,206 articles read = 1,200 analysed + 2 known + 4 skipped"
                + " (3 in French, not English, 1 in German, not English); 14,000 claims.",
            "5 of them do not say when they were published (date unknown) and count for today;"
                + " --published DATE tells it.",
            "1 of them have a headline and no text; --field body=NAME tells where a text is.");
  }
}
