package org.tensiometer.topology;

import static org.tensiometer.topology.Flows.only;
import static org.tensiometer.topology.Flows.records;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.PairClaim;
import org.tensiometer.contracts.Tick;
import org.tensiometer.topology.article.ArticleOutput;
import org.tensiometer.topology.article.ArticleOutput.Coded;
import org.tensiometer.topology.article.ArticleOutput.Contribution;
import org.tensiometer.topology.article.ArticleOutput.Late;
import org.tensiometer.topology.pair.PairOutput;
import org.tensiometer.topology.pair.PairOutput.Alert;
import org.tensiometer.topology.pair.PairOutput.Indicator;
import org.tensiometer.topology.time.TickGate;
import org.tensiometer.topology.time.TimeRules;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.Topics;

/**
 * The way of the data from claims to indicators and alerts.
 *
 * @param topics what is read and written
 * @param serdes serdes of all values
 * @param times which ticks are believed
 * @param articleStage sees all claims of an article
 * @param pairStage sees all claims of a country pair, and every tick
 */
public record TensionTopology(
    Topics topics,
    AvroSerdes serdes,
    TimeRules times,
    ProcessorSupplier<String, ClaimEvent, String, ArticleOutput> articleStage,
    ProcessorSupplier<String, SpecificRecord, String, PairOutput> pairStage) {

  /** Every node, store and internal topic has a name that is given here or by its stage. */
  public Topology build(TopologyConfig config) {
    StreamsBuilder builder = new StreamsBuilder(config);
    Flows flows = new Flows(builder, serdes);

    KStream<String, ClaimEvent> claims = flows.read(topics.inputClaims(), "claims");
    KStream<String, Tick> ticks =
        flows
            .read(topics.ticks(), "ticks")
            .processValues(() -> new TickGate(times), Named.as("tick-gate"));

    KStream<String, ArticleOutput> articles =
        claims.process(articleStage, Named.as("article-stage"));

    flows.write(only(articles, Coded.class, Coded::claim), topics.codedClaims(), "coded-claims");
    flows.write(only(articles, Late.class, Late::claim), topics.late(), "late");

    // Ticks go to every partition; by their number partition i of both meets in task i.
    KStream<String, PairClaim> pairClaims =
        only(articles, Contribution.class, Contribution::claim)
            .repartition(flows.keyed(PairClaim.class, "pair-claims", topics.ticks().partitions()));

    KStream<String, PairOutput> pairs =
        records(pairClaims)
            .merge(records(ticks), Named.as("pair-claims-and-ticks"))
            .process(pairStage, Named.as("pair-stage"));

    flows.writeTogether(
        only(pairs, Indicator.class, Indicator::value),
        topics.indicators(),
        "indicators",
        Ids::pairOfIndicatorKey);
    flows.write(only(pairs, Alert.class, Alert::value), topics.alerts(), "alerts");

    return builder.build();
  }
}
