package org.tensiometer.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.Attribution;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.DayBasis;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.Engine;
import org.tensiometer.contracts.EventCoding;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.PairClaim;
import org.tensiometer.contracts.Predicate;
import org.tensiometer.contracts.PredicateKind;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.contracts.Revision;
import org.tensiometer.contracts.SentenceSpan;

/**
 * Coded claims of many pairs as the article stage hands them on, made up: sixty days of news of
 * forty outlets, half of it conflict. Sentences are of fourteen words of a vocabulary that is used
 * as words are, few of them often. Days are in order, as far as the partitions keep them.
 */
final class PairFeed {

  static final int PAIRS = 200;
  static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  static final int DAYS = 60;

  private static final int OUTLETS = 40;
  private static final int VOCABULARY = 3_000;
  private static final int WORDS = 14;
  private static final EventType[] EVENTS = {
    EventType.CONSULT, EventType.SUPPORT, EventType.AID, EventType.AGREE,
    EventType.ACCUSE, EventType.THREATEN, EventType.SANCTION, EventType.ASSAULT
  };
  private static final QuadClass[] QUADS = {
    QuadClass.VERBAL_COOPERATION, QuadClass.VERBAL_COOPERATION,
    QuadClass.MATERIAL_COOPERATION, QuadClass.VERBAL_COOPERATION,
    QuadClass.VERBAL_CONFLICT, QuadClass.VERBAL_CONFLICT,
    QuadClass.MATERIAL_CONFLICT, QuadClass.MATERIAL_CONFLICT
  };

  private final double[] upTo;
  private final Random random = new Random(1);

  /**
   * @param busiest share of the claims that the busiest pair has; the others follow by Zipf's law
   */
  PairFeed(double busiest) {
    double low = 0;
    double high = 4;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (1 / total(middle) < busiest) {
        low = middle;
      } else {
        high = middle;
      }
    }
    upTo = new double[PAIRS];
    double sum = 0;
    for (int rank = 1; rank <= PAIRS; rank++) {
      sum += Math.pow(rank, -high) / total(high);
      upTo[rank - 1] = sum;
    }
  }

  private static double total(double exponent) {
    double sum = 0;
    for (int rank = 1; rank <= PAIRS; rank++) {
      sum += Math.pow(rank, -exponent);
    }
    return sum;
  }

  /** Each pair as often as any other. */
  static PairFeed uniform() {
    return new PairFeed(1.0 / PAIRS);
  }

  static String pair(int rank) {
    return "A" + letters(rank) + "-Z" + letters(rank);
  }

  private static String letters(int number) {
    return "" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
  }

  /** The claim of that number of so many. */
  PairClaim claim(int number, int claims) {
    double which = random.nextDouble();
    int rank = 0;
    while (rank < PAIRS - 1 && upTo[rank] < which) {
      rank++;
    }
    Instant received =
        FIRST_DAY
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant()
            .plus(Duration.ofDays(DAYS).multipliedBy(number).dividedBy(claims));
    Direction direction = random.nextBoolean() ? Direction.A_TO_B : Direction.B_TO_A;
    return new PairClaim(pair(rank), direction, false, claim(number, received));
  }

  private CodedClaim claim(int number, Instant received) {
    String id = Integer.toHexString(number * 0x9E3779B1) + "-" + number;
    int event = random.nextInt(EVENTS.length);
    String sentence = sentence();
    return CodedClaim.newBuilder()
        .setClaimId("c" + id)
        .setArticleId("u" + id)
        .setUrl("https://benchmark.example/articles/" + number)
        .setOutlet("Outlet " + random.nextInt(OUTLETS))
        .setTitle("Title of article " + number)
        .setPublished(received)
        .setReceivedAt(received)
        .setRevision(new Revision(received, "0123456789abcdef0123456789abcdef"))
        .setClaimIndex(0)
        .setGeneration("benchmark")
        .setSentence(new SentenceSpan(0, 0, sentence.length(), sentence))
        .setAttribution(Attribution.NARRATED)
        .setPredicate(new Predicate("word", "word", 1, 5, 9, PredicateKind.VERB))
        .setSource(List.of(actor("Aland")))
        .setTarget(List.of(actor("Zland")))
        .setCoding(
            EventCoding.newBuilder()
                .setEvent(EVENTS[event])
                .setQuad(QUADS[event])
                .setIntensityMicros(event < EVENTS.length / 2 ? 400_000 : -600_000)
                .setReciprocal(false)
                .setRule("benchmark.rule")
                .build())
        .setFactuality(Factuality.ASSERTED)
        .setHistorical(false)
        .setDay(LocalDate.ofInstant(received, ZoneOffset.UTC))
        .setDayBasis(DayBasis.PUBLISHED)
        .setConfidence(0.9)
        .setLexicon("benchmark")
        .setCoder("1")
        .setEngine(new Engine("benchmark", "1"))
        .setDisposition(Disposition.INDEXED)
        .build();
  }

  // Word r is used about 1/r as often as the first.
  private String sentence() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      int rank = (int) Math.pow(VOCABULARY, random.nextDouble());
      words.add(Integer.toString(rank * 7919 + 100_000, 36) + "ly");
    }
    return String.join(" ", words) + '.';
  }

  private static Actor actor(String name) {
    return Actor.newBuilder().setText(name).setStart(0).setEnd(5).setSector("GOV").build();
  }
}
