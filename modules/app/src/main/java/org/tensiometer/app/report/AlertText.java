package org.tensiometer.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tensiometer.app.Screen;
import org.tensiometer.contracts.ClusterSummary;
import org.tensiometer.contracts.Evidence;
import org.tensiometer.contracts.TensionAlert;

/** An alert for people: its sentence, then the words of the articles that it rests on. */
public final class AlertText {

  private static final int EVENTS_SHOWN = 3;
  private static final int EVIDENCE_INDENT = 4;

  private final Screen screen;

  public AlertText(Screen screen) {
    this.screen = screen;
  }

  /** The lines: one sentence, then for each of its strongest events one sentence of an article. */
  public List<String> lines(TensionAlert alert) {
    List<String> lines = new ArrayList<>();
    String said =
        alert.getPair()
            + ' '
            + alert.getKind().name().toLowerCase(Locale.ROOT)
            + ": "
            + alert.getSentence();
    Paragraph.lines(said, screen.width(), 0).forEach(line -> lines.add(screen.red(line)));
    alert.getTopClusters().stream()
        .map(ClusterSummary::getEvidence)
        .filter(evidence -> !evidence.isEmpty())
        .limit(EVENTS_SHOWN)
        .forEach(
            evidence ->
                lines.addAll(
                    Paragraph.lines(words(evidence.get(0)), screen.width(), EVIDENCE_INDENT)));
    return lines;
  }

  private static String words(Evidence evidence) {
    StringBuilder words = new StringBuilder();
    words.append(Lines.quoted(evidence.getSentence().getText()));
    if (evidence.getSpeaker() != null) {
      words.append(" said by ").append(evidence.getSpeaker()).append(',');
    }
    words
        .append(' ')
        .append(evidence.getOutlet() == null ? "outlet unknown" : evidence.getOutlet());
    if (evidence.getPublished() != null) {
      words.append(", ").append(evidence.getPublished().toString(), 0, "2024-06-21".length());
    }
    if (evidence.getUrl() != null) {
      words.append(", ").append(evidence.getUrl());
    }
    return words.toString();
  }
}
