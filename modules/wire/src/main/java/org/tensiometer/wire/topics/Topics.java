package org.tensiometer.wire.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.DeadLetterMark;
import org.tensiometer.contracts.ErasedArticle;
import org.tensiometer.contracts.GenerationPointer;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.contracts.Tick;

/**
 * The topics of one installation and one generation of its topology.
 *
 * <p>Retention is by record timestamp. Records are stamped by the clock of their writing, never by
 * the time of what they tell, and nothing expires: an old article would otherwise be removed as it
 * arrives, without an error.
 *
 * @param prefix first part of every name
 * @param generation part of the names of what the topology writes
 * @param partitions of claims, ticks and everything keyed by article, claim, pair or alert
 * @param analyses whether the generation has claims of its own, by an analysis of its own
 */
public record Topics(String prefix, String generation, int partitions, boolean analyses) {

  public static final String DEFAULT_PREFIX = "tensiometer";
  public static final String DEFAULT_GENERATION = "g1";
  public static final int DEFAULT_PARTITIONS = 4;

  /** A dead letter holds a whole record of the broker's usual limit and its story. */
  public static final int MAX_DEAD_LETTER_BYTES = 2 * 1024 * 1024;

  private static final String CLAIM_KEY = "article id # claim index";

  /** Begins the names of what sinks write for routes, as a generation does its topics' names. */
  private static final String ROUTES = "live-alerts";

  /**
   * What begins the names of others on the brokers, as the name of a generation its topology's, and
   * what those are.
   */
  private static final Map<String, String> TAKEN =
      Map.of(
          "sink", "the groups of sinks",
          "ingest", "the transactional ids of ingests",
          "operations", "the transactional ids of operators");

  /** Of what begins with the name of a generation and is not that of another. */
  private static final Pattern WITHIN_ANOTHER =
      Pattern.compile(".+-(article|pair)(-.*)?|.+-metrics");

  private static final Pattern INTERNAL =
      Pattern.compile("-(article|pair)-.*-(changelog|repartition)");

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  public Topics {
    requireName("prefix", prefix);
    requireName("generation", generation);
    requireFree(prefix, generation);
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions must be at least 1, not " + partitions);
    }
  }

  public Topics(String prefix, String generation) {
    this(prefix, generation, DEFAULT_PARTITIONS);
  }

  /** Of a generation that reads the claims of the ingest. */
  public Topics(String prefix, String generation, int partitions) {
    this(prefix, generation, partitions, false);
  }

  public static Topics withDefaults() {
    return new Topics(DEFAULT_PREFIX, DEFAULT_GENERATION);
  }

  /** The same for a generation with claims of its own. */
  public Topics analysing() {
    return new Topics(prefix, generation, partitions, true);
  }

  /** Application id of the topology's generation, the root of its internal names. */
  public String applicationId() {
    return prefix + '-' + generation;
  }

  public TopicDescriptor<Article> articles() {
    return compacted("articles", "article id", Article.class, partitions, "ingest");
  }

  /** Partitioned by article id, so that the claims of an article stay in order. */
  public TopicDescriptor<ClaimEvent> claims() {
    return compacted("claims", CLAIM_KEY, ClaimEvent.class, partitions, "ingest");
  }

  /** Claims that the analysis of this generation makes of the articles; partitioned as those. */
  public TopicDescriptor<ClaimEvent> ownClaims() {
    return compacted(
        generation + ".claims",
        CLAIM_KEY,
        ClaimEvent.class,
        partitions,
        "analysis of a generation");
  }

  /** The claims that the topology of this generation reads. */
  public TopicDescriptor<ClaimEvent> inputClaims() {
    return analyses ? ownClaims() : claims();
  }

  /** Consumer group of this generation's analysis; the dot keeps it apart from generations. */
  public String analysisGroup() {
    return applicationId() + "-analysis.articles";
  }

  /**
   * Whether Kafka Streams made a topic of this name for the topology of this generation: a
   * changelog or a repartition of one of its two stages. {@code g1-b} is another generation.
   */
  public boolean isInternal(String topic) {
    String application = applicationId();
    return topic.startsWith(application)
        && INTERNAL.matcher(topic.substring(application.length())).matches();
  }

  /** Whether this name is that of the own claims of some generation. */
  public boolean isOwnClaims(String topic) {
    return topic.endsWith(".claims") && generationOf(topic).isPresent();
  }

  /** The generation that a topic of this name is of; empty if it is of none. */
  public Optional<String> generationOf(String topic) {
    String start = prefix + '.';
    int end = topic.lastIndexOf('.');
    return topic.startsWith(start) && end > start.length()
        ? Optional.of(topic.substring(start.length(), end)).filter(Topics::isGeneration)
        : Optional.empty();
  }

  /** One record to every partition; as many partitions as claims. */
  public TopicDescriptor<Tick> ticks() {
    return new TopicDescriptor<>(
        name("ticks"),
        KeyType.NONE,
        "none",
        Tick.class,
        partitions,
        CleanupPolicy.DELETE,
        Optional.empty(),
        "ingest",
        Map.of());
  }

  public TopicDescriptor<GenerationPointer> generations() {
    return compacted(
        "generations",
        "the word live, or partial. and a generation",
        GenerationPointer.class,
        1,
        "operations");
  }

  public TopicDescriptor<DeadLetter> deadLetters() {
    return new TopicDescriptor<>(
        name("dead-letters"),
        KeyType.BYTES,
        "key of the refused record",
        DeadLetter.class,
        1,
        CleanupPolicy.DELETE,
        Optional.empty(),
        "all",
        Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_DEAD_LETTER_BYTES)));
  }

  /** What became of dead letters by an operator's decision. */
  public TopicDescriptor<DeadLetterMark> deadLetterMarks() {
    return compacted(
        "dead-letter-marks", "place of the refused record", DeadLetterMark.class, 1, "operations");
  }

  /** Which articles were erased; their words are nowhere, and no ingest takes them in again. */
  public TopicDescriptor<ErasedArticle> erased() {
    return compacted("erased", "article id", ErasedArticle.class, 1, "operations");
  }

  public TopicDescriptor<CodedClaim> codedClaims() {
    return compacted(
        generation + ".coded-claims", "claim id", CodedClaim.class, partitions, "topology");
  }

  /** Partitioned by pair, so that the days of a pair stay together. */
  public TopicDescriptor<TensionIndicator> indicators() {
    return compacted(
        generation + ".indicators", "pair # day", TensionIndicator.class, partitions, "topology");
  }

  /** The live records are the open alerts: one that is over is removed by a tombstone. */
  public TopicDescriptor<TensionAlert> alerts() {
    return compacted(
        generation + ".alerts", "alert id", TensionAlert.class, partitions, "topology");
  }

  public TopicDescriptor<CodedClaim> late() {
    return compacted(generation + ".late", "claim id", CodedClaim.class, partitions, "topology");
  }

  public TopicDescriptor<TensionIndicator> indicatorsLatest() {
    return compacted(
        "indicators-latest", "pair", TensionIndicator.class, partitions, "sinks/indicators");
  }

  /** Partitioned by pair, so that the days of a pair stay together. */
  public TopicDescriptor<TensionIndicator> indicatorsSeries() {
    return compacted(
        "indicators-series", "pair # day", TensionIndicator.class, partitions, "sinks/indicators");
  }

  public TopicDescriptor<TensionAlert> liveAlerts() {
    return compacted(ROUTES, "alert id", TensionAlert.class, partitions, "sinks/alerts");
  }

  /**
   * The alerts of one route.
   *
   * @param route 1 to 40 small letters, digits or hyphens
   */
  public TopicDescriptor<TensionAlert> liveAlerts(String route) {
    requireName("route", route);
    return compacted(
        ROUTES + '.' + route, "alert id", TensionAlert.class, partitions, "sinks/alerts");
  }

  /** The consumer group in which the processes of this generation count what it published. */
  public String metersGroup() {
    return applicationId() + "-metrics";
  }

  /** What an ingest reads and writes. */
  public List<TopicDescriptor<?>> ofIngest() {
    return List.of(articles(), claims(), ticks(), erased());
  }

  /** What the producers write and every generation reads, the dead letters and the erasures. */
  public List<TopicDescriptor<?>> shared() {
    return List.of(
        articles(), claims(), ticks(), generations(), deadLetters(), deadLetterMarks(), erased());
  }

  /** What the topology of this generation writes, and its analysis if it has one. */
  public List<TopicDescriptor<?>> ofGeneration() {
    List<TopicDescriptor<?>> all =
        new ArrayList<>(List.of(codedClaims(), indicators(), alerts(), late()));
    if (analyses) {
      all.add(ownClaims());
    }
    return List.copyOf(all);
  }

  /** What a topology of this generation reads and writes. */
  public List<TopicDescriptor<?>> ofTopology() {
    List<TopicDescriptor<?>> all = new ArrayList<>(List.of(ticks(), deadLetters()));
    all.addAll(ofGeneration());
    if (!analyses) {
      all.add(claims());
    }
    return List.copyOf(all);
  }

  /** What the sinks write, without the routes, which are the operator's. */
  public List<TopicDescriptor<?>> ofSinks() {
    return List.of(indicatorsLatest(), indicatorsSeries(), liveAlerts());
  }

  /** All topics but the routes. */
  public List<TopicDescriptor<?>> all() {
    List<TopicDescriptor<?>> all = new ArrayList<>(shared());
    all.addAll(ofGeneration());
    all.addAll(ofSinks());
    return List.copyOf(all);
  }

  private <V extends SpecificRecord> TopicDescriptor<V> compacted(
      String localName, String key, Class<V> value, int partitions, String owner) {
    return new TopicDescriptor<>(
        name(localName),
        KeyType.TEXT,
        key,
        value,
        partitions,
        CleanupPolicy.COMPACT,
        Optional.empty(),
        owner,
        Map.of());
  }

  private String name(String localName) {
    return prefix + '.' + localName;
  }

  private static boolean isGeneration(String name) {
    return NAME.matcher(name).matches() && !name.equals(ROUTES) && taken(name).isEmpty();
  }

  private static Optional<String> taken(String generation) {
    return TAKEN.keySet().stream()
        .filter(part -> (generation + '-').startsWith(part + '-'))
        .findFirst();
  }

  /**
   * A generation of such a name would share topics, a consumer group or transactional ids with
   * another part, or have the right to them.
   */
  private static void requireFree(String prefix, String generation) {
    String reason;
    if (generation.equals(ROUTES)) {
      reason = prefix + '.' + ROUTES + ".* are the topics of routes";
    } else if (WITHIN_ANOTHER.matcher(generation).matches()) {
      reason = "another generation may have topics or a group of that name";
    } else {
      reason =
          taken(generation)
              .map(part -> prefix + '-' + part + "-* are " + TAKEN.get(part))
              .orElse(null);
    }
    if (reason != null) {
      throw new IllegalArgumentException(
          "A generation cannot be named "
              + generation
              + ", since "
              + reason
              + "; name it otherwise, for instance g2");
    }
  }

  private static void requireName(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A "
              + what
              + " is 1 to 40 small letters, digits or hyphens and starts with no hyphen, not \""
              + name
              + '"');
    }
  }
}
