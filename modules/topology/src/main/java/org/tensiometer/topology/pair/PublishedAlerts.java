package org.tensiometer.topology.pair;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tensiometer.contracts.PairAlerts;
import org.tensiometer.contracts.PublishedAlert;
import org.tensiometer.tension.alert.Episode;
import org.tensiometer.tension.report.PairReport;

/**
 * Publishes the alerts of a pair that say something else than when last published. Open alerts are
 * the live records; an alert that ends, or never should have been, says so and leaves a tombstone.
 */
final class PublishedAlerts {

  private final KeyValueStore<String, PairAlerts> store;
  private final Consumer<PairOutput> output;

  PublishedAlerts(ProcessorContext<?, ?> context, Consumer<PairOutput> output) {
    this.store = context.getStateStore(PairStores.ALERTS);
    this.output = output;
  }

  boolean hasOpen(String pair) {
    return read(pair).values().stream().anyMatch(PublishedAlert::getOpen);
  }

  void publish(String pair, PairReport report) {
    Map<String, PublishedAlert> before = read(pair);
    Map<String, PublishedAlert> after = new TreeMap<>();
    for (Episode episode : report.episodes()) {
      String id = report.alertId(episode);
      after.put(id, publish(id, report, episode, before.remove(id)));
    }
    before.values().forEach(undone -> withdraw(report, undone));
    write(pair, after);
  }

  private PublishedAlert publish(
      String id, PairReport report, Episode episode, PublishedAlert before) {
    long fingerprint = report.alertFingerprint(episode);
    if (before != null && before.getFingerprint() == fingerprint) {
      return before;
    }
    int revision = before == null ? 1 : before.getRevision() + 1;
    output.accept(new PairOutput.Alert(id, report.alert(episode, revision)));
    if (!episode.isOpen()) {
      output.accept(new PairOutput.Alert(id, null));
    }
    return PublishedAlert.newBuilder()
        .setAlertId(id)
        .setFirstDay(LocalDate.ofEpochDay(episode.firstDay()))
        .setFlash(episode.flash())
        .setOpen(episode.isOpen())
        .setTier(episode.lastStep().tier())
        .setRevision(revision)
        .setFingerprint(fingerprint)
        .build();
  }

  private void withdraw(PairReport report, PublishedAlert undone) {
    int firstDay = Math.toIntExact(undone.getFirstDay().toEpochDay());
    int revision = undone.getRevision() + 1;
    String id = undone.getAlertId();
    output.accept(
        new PairOutput.Alert(id, report.withdrawal(id, firstDay, undone.getTier(), revision)));
    output.accept(new PairOutput.Alert(id, null));
  }

  private Map<String, PublishedAlert> read(String pair) {
    Map<String, PublishedAlert> alerts = new TreeMap<>();
    PairAlerts stored = store.get(pair);
    if (stored != null) {
      stored.getAlerts().forEach(alert -> alerts.put(alert.getAlertId(), alert));
    }
    return alerts;
  }

  private void write(String pair, Map<String, PublishedAlert> alerts) {
    List<PublishedAlert> list = new ArrayList<>(alerts.values());
    PairAlerts stored = store.get(pair);
    if (list.isEmpty() && stored != null) {
      store.delete(pair);
    } else if (!list.isEmpty() && (stored == null || !stored.getAlerts().equals(list))) {
      store.put(pair, new PairAlerts(list));
    }
  }
}
