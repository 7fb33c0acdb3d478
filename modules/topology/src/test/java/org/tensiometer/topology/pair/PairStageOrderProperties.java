package org.tensiometer.topology.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.QuadClass;

/** The last record of every key follows from the claims and the ticks, never from their order. */
class PairStageOrderProperties {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 75;
  private static final List<String> PAIRS = List.of("KOR-RUS", "CHN-VNM");
  private static final String[] OUTLETS = {"Reuters", "AFP", "BBC", "TASS", "Gazette", null};

  // What is said on several days is one event on two of them.
  private static final String[] SENTENCES = {
    "", "shells fell on the harbour", "shells fell on a refinery", "drones struck a refinery"
  };

  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  void shouldGiveTheSameLastRecordsInAnyOrder(
      @ForAll @LongRange(min = 0, max = 1_000_000) long data,
      @ForAll @LongRange(min = 0, max = 1_000_000) long order) {
    List<Story> stories = stories(new Random(data));

    Map<String, String> oneFlush = run(stories, new Random(order), 0);
    Map<String, String> manyFlushes = run(stories, new Random(order + 1), 0.2);
    Map<String, String> flushAfterEach = run(stories, new Random(order + 2), 1);

    assertThat(oneFlush).isNotEmpty();
    assertThat(manyFlushes).isEqualTo(oneFlush);
    assertThat(flushAfterEach).isEqualTo(oneFlush);
    // Without alerts among the answers this would prove less than it says.
    boolean alert = oneFlush.keySet().stream().anyMatch(key -> !key.contains("#"));
    Statistics.label("an alert stands at the end")
        .collect(alert)
        .coverage(coverage -> coverage.check(true).count(n -> n > 0));
  }

  /** Messages that keep their order among themselves, as those of one claim do in a partition. */
  private record Story(List<Consumer<PairStageDriver>> messages) {}

  private static Map<String, String> run(List<Story> stories, Random random, double flushes) {
    List<Integer> schedule = new ArrayList<>();
    for (int i = 0; i < stories.size(); i++) {
      schedule.addAll(Collections.nCopies(stories.get(i).messages().size(), i));
    }
    Collections.shuffle(schedule, random);
    Map<Integer, Integer> told = new HashMap<>();
    try (PairStageDriver stage = new PairStageDriver()) {
      for (int story : schedule) {
        int next = told.merge(story, 1, Integer::sum) - 1;
        stories.get(story).messages().get(next).accept(stage);
        if (random.nextDouble() < flushes) {
          stage.flush();
        }
      }
      return stage.flush().last();
    }
  }

  private static List<Story> stories(Random random) {
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Claims claim = claim("c" + i, random);
      List<Consumer<PairStageDriver>> messages = new ArrayList<>();
      messages.add(stage -> stage.take(claim));
      if (random.nextInt(5) == 0) {
        messages.add(stage -> stage.take(claim));
      }
      if (random.nextInt(5) == 0) {
        messages.add(stage -> stage.take(claim.retracted()));
      }
      stories.add(new Story(messages));
    }
    for (int i = 0; i < 6; i++) {
      String time = START.plusDays(random.nextInt(DAYS + 5)) + "T03:00:00Z";
      LocalDate feedStart = START.plusDays(random.nextInt(10));
      stories.add(new Story(List.of(stage -> stage.tick(time, feedStart))));
    }
    return stories;
  }

  // Most claims fall in an outbreak after two months, so that alerts rise, end and are withdrawn.
  private static Claims claim(String id, Random random) {
    int day = random.nextInt(4) > 0 ? 62 + random.nextInt(10) : random.nextInt(DAYS);
    String outlet = OUTLETS[random.nextInt(OUTLETS.length)];
    Factuality[] factualities = Factuality.values();
    Factuality factuality =
        random.nextInt(3) > 0
            ? Factuality.ASSERTED
            : factualities[random.nextInt(factualities.length)];
    Claims claim =
        Claims.attack(id, PAIRS.get(random.nextInt(2)), START.plusDays(day), outlet)
            .with(factuality)
            .with(Direction.values()[random.nextInt(3)]);
    if (random.nextBoolean()) {
      claim = claim.saying(SENTENCES[random.nextInt(SENTENCES.length)]);
    }
    return switch (random.nextInt(4)) {
      case 0 -> claim.as(EventType.SANCTION, QuadClass.MATERIAL_CONFLICT, -600_000);
      case 1 -> claim.as(EventType.THREATEN, QuadClass.VERBAL_CONFLICT, -440_000);
      case 2 -> claim.as(EventType.AID, QuadClass.MATERIAL_COOPERATION, 1_000_000);
      default -> claim;
    };
  }
}
