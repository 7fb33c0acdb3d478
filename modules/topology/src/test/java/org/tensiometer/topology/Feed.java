package org.tensiometer.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.Tick;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.Topics;

/**
 * Fifty quiet days of two country pairs and then a week of blows from many outlets, with corrected
 * articles, repeated deliveries, late claims, claims that cannot be coded, and bytes of two kinds
 * that are none. In the last week a third pair has a grave event that three outlets confirm, until
 * one of their articles is erased.
 */
final class Feed {

  private static final LocalDate START = LocalDate.parse("2024-01-01");
  private static final int QUIET_DAYS = 50;
  private static final int DAYS = 57;
  private static final int GRAVE_DAY = 53;
  private static final String ERASED_WORDS = "to be forgotten";
  // A schema that nobody registered.
  private static final byte[] POISON = {0, 127, 127, 127, 127, 1};

  /** What is sent; a claim event, or bytes that are none. */
  private record Sent(String articleId, int index, ClaimEvent event) {}

  private final List<Sent> claims = new ArrayList<>();
  private final Map<String, ClaimEvent> counting = new LinkedHashMap<>();
  private final Set<Sent> erased = new LinkedHashSet<>();
  private final List<Tick> ticks = new ArrayList<>();
  private final Map<String, Disposition> dispositions = new TreeMap<>();
  private final List<String> dead = new ArrayList<>();
  private int poison;

  Feed() {
    for (int day = 0; day < DAYS; day++) {
      Instant noon = START.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
      int articles = day < QUIET_DAYS ? 1 : 4;
      for (int i = 0; i < articles; i++) {
        article("u" + day + "x" + i, noon, day);
      }
      if (day == GRAVE_DAY) {
        graveEvent(noon, START.plusDays(day));
      }
      ticks.add(new Tick(noon.plus(Duration.ofHours(15)), ClockSource.DATA, START));
    }
  }

  private void article(String id, Instant noon, int day) {
    LocalDate today = START.plusDays(day);
    boolean corrected = day % 5 == 3;
    TestClaims last = new TestClaims(id, 10, "as corrected " + id, 3, noon);
    if (corrected) {
      TestClaims old = new TestClaims(id, 0, "as published " + id, 2, noon);
      add(old, 0, "KOR strike RUS", today, noon, Disposition.RETRACTED);
      add(old, 1, "RUS meet UKR", today, noon, Disposition.RETRACTED);
    }
    String deed = day % 7 == 0 || day >= QUIET_DAYS ? "PRK strike KOR" : "PRK meet KOR";
    add(last, 0, deed, today, noon, Disposition.INDEXED);
    add(last, 1, "RUS strike UKR", today.minusDays(day % 3), noon, Disposition.INDEXED);
    if (day % 11 == 0) {
      add(last, 2, "PRK strike KOR", today, noon.plus(Duration.ofDays(35)), Disposition.LATE);
    } else if (day % 11 == 1) {
      add(last, 2, "PRK strike windmills", today, noon, Disposition.NOT_INDEXED);
    } else if (day % 11 == 2) {
      add(last, 2, "PRK stumble KOR", today, noon, null);
    } else if (day % 11 == 3) {
      claims.add(new Sent(id, 7, null));
      poison++;
    }
  }

  private void graveEvent(Instant noon, LocalDate today) {
    for (int i = 0; i < 2; i++) {
      TestClaims confirmed = new TestClaims("grave" + i, 0, "grave words " + i, 1, noon);
      add(confirmed, 0, "EGY strike ETH", today, noon, Disposition.INDEXED);
    }
    TestClaims longer = new TestClaims("grave2", 0, ERASED_WORDS + ", first", 2, noon);
    TestClaims shorter = new TestClaims("grave2", 5, ERASED_WORDS, 1, noon);
    erase(longer, 0, "EGY strike ETH", today, noon);
    erase(longer, 1, "PRK strike KOR", today, noon);
    erase(shorter, 0, "EGY strike ETH", today, noon);
  }

  private void erase(TestClaims of, int index, String said, LocalDate day, Instant received) {
    Sent sent = sent(of, index, said, day, received);
    claims.add(sent);
    erased.add(sent);
  }

  private void add(
      TestClaims of, int index, String said, LocalDate day, Instant received, Disposition end) {
    Sent sent = sent(of, index, said, day, received);
    claims.add(sent);
    if (claims.size() % 6 == 0) {
      claims.add(sent);
    }
    if (end == null) {
      dead.add(of.claimId(index));
      return;
    }
    dispositions.put(of.claimId(index), end);
    if (end == Disposition.INDEXED) {
      counting.put(of.claimId(index), sent.event());
    }
  }

  private static Sent sent(TestClaims of, int index, String said, LocalDate day, Instant received) {
    return new Sent(of.articleId(), index, of.claim(index, said, day, received));
  }

  /** The claims that count in the end, and nothing else, in the order of time. */
  List<ClaimEvent> counting() {
    return List.copyOf(counting.values());
  }

  List<Tick> ticks() {
    return List.copyOf(ticks);
  }

  /** Ids of the claims that are erased. */
  List<String> erasedClaims() {
    return erased.stream().map(sent -> sent.event().getClaim().getClaimId()).distinct().toList();
  }

  /** The id of the article that is erased. */
  static String erasedArticle() {
    return "grave2";
  }

  static String graveDay() {
    return START.plusDays(GRAVE_DAY).toString();
  }

  /** What must become of every claim id that is no dead letter. */
  Map<String, Disposition> dispositions() {
    return dispositions;
  }

  /** Ids of the claims that cannot be coded, sorted. */
  List<String> deadClaims() {
    return dead.stream().sorted().toList();
  }

  /** Number of records that cannot be read. */
  int poison() {
    return poison + 1;
  }

  /** What erases an article, and ends the records: a tombstone for each of its keys. */
  List<ProducerRecord<String, byte[]>> erasures(Topics topics) {
    return erased.stream()
        .map(sent -> new Sent(sent.articleId(), sent.index(), null))
        .distinct()
        .map(sent -> record(topics, sent, null))
        .toList();
  }

  /**
   * All records in an order that follows from the seed, 0 being the order of time; the erasures are
   * the last ones.
   */
  List<ProducerRecord<String, byte[]>> records(Topics topics, AvroSerdes serdes, long seed) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    Serializer<ClaimEvent> claimValues = serdes.valueSerializer(ClaimEvent.class);
    Serializer<Tick> tickValues = serdes.valueSerializer(Tick.class);
    String claimTopic = topics.claims().name();
    for (Sent sent : claims) {
      records.add(
          record(
              topics,
              sent,
              sent.event() == null ? POISON : claimValues.serialize(claimTopic, sent.event())));
    }
    records.add(new ProducerRecord<>(claimTopic, 0, "u99#0", broken(records.get(0).value())));
    String tickTopic = topics.ticks().name();
    for (Tick tick : ticks) {
      byte[] value = tickValues.serialize(tickTopic, tick);
      for (int partition = 0; partition < topics.partitions(); partition++) {
        records.add(new ProducerRecord<>(tickTopic, partition, null, value));
      }
    }
    if (seed != 0) {
      Collections.shuffle(records, new Random(seed));
    }
    records.addAll(erasures(topics));
    return records;
  }

  private static ProducerRecord<String, byte[]> record(Topics topics, Sent sent, byte[] value) {
    return new ProducerRecord<>(
        topics.claims().name(),
        partition(sent.articleId(), topics.partitions()),
        Ids.claimKey(sent.articleId(), sent.index()),
        value);
  }

  /** The schema of a good record before bytes that are no number. */
  private static byte[] broken(byte[] good) {
    byte[] broken = Arrays.copyOf(good, 25);
    Arrays.fill(broken, 5, broken.length, (byte) 0xff);
    return broken;
  }

  private static int partition(String articleId, int partitions) {
    return Utils.toPositive(Utils.murmur2(articleId.getBytes(UTF_8))) % partitions;
  }
}
