package org.tensiometer.acceptance.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tensiometer.wire.topics.CleanupPolicy;
import org.tensiometer.wire.topics.KeyType;
import org.tensiometer.wire.topics.TopicDescriptor;

/**
 * The pages on topics: what a topic is for is written by hand, its facts and its example are
 * written here, between two marks.
 */
final class TopicPages {

  private static final String BEGIN = "<!-- facts, written by ContractTest -->";
  private static final String END = "<!-- end of facts -->";
  private static final Pattern FACTS =
      Pattern.compile(Pattern.quote(BEGIN) + ".*?" + Pattern.quote(END), Pattern.DOTALL);

  private final Path folder;

  /**
   * @param folder docs/topics of the project
   */
  TopicPages(Path folder) {
    this.folder = folder;
  }

  /** The name without prefix and generation, which is the name of the page. */
  static String localName(TopicDescriptor<?> topic) {
    return topic.name().substring(topic.name().lastIndexOf('.') + 1);
  }

  Path file(TopicDescriptor<?> topic) {
    return folder.resolve(localName(topic) + ".md");
  }

  /** An example of a record's value, as JSON. */
  Path example(TopicDescriptor<?> topic) {
    return folder.resolve("examples").resolve(localName(topic) + ".json");
  }

  /** The paragraph below the title: what the topic is for. */
  String purpose(TopicDescriptor<?> topic) throws IOException {
    String[] parts = Files.readString(file(topic)).split("\n\n", 3);
    return parts[1].replace('\n', ' ').strip();
  }

  /** The page with its facts as they are now. */
  String withFacts(TopicDescriptor<?> topic) throws IOException {
    String page = Files.readString(file(topic));
    Matcher facts = FACTS.matcher(page);
    if (!facts.find()) {
      throw new IllegalStateException(file(topic) + " has no \"" + BEGIN + "\"");
    }
    return facts.replaceFirst(Matcher.quoteReplacement(BEGIN + '\n' + facts(topic) + END));
  }

  private String facts(TopicDescriptor<?> topic) throws IOException {
    String name = topic.name();
    String value = topic.valueType().getSimpleName();
    boolean compacted = topic.cleanup() == CleanupPolicy.COMPACT;
    return """

        | | |
        |---|---|
        | topic | `%s` |
        | key | %s |
        | value | [`%s`](../../%s), Avro in the Confluent wire format, subject `%s` |
        | kept | %s |
        | order | %s |
        | delivery | %s |
        | partitions | %d unless configured otherwise |
        | written by | %s |

        An example, its lists cut to one entry:

        ```json
        %s
        ```

        """
        .formatted(
            name,
            key(topic),
            value,
            schema(topic),
            topic.valueSubject(),
            compacted
                ? "the last record of each key for ever; a record without a value removes its key"
                : "every record, for ever",
            order(topic),
            "exactly once for readers of committed records (`isolation.level=read_committed`)",
            topic.partitions(),
            topic.owner(),
            Files.readString(example(topic)).strip());
  }

  private static String key(TopicDescriptor<?> topic) {
    return switch (topic.keyType()) {
      case TEXT -> topic.key() + ", as UTF-8 text";
      case BYTES -> topic.key() + ", its bytes unchanged";
      case NONE -> "none";
    };
  }

  private static String order(TopicDescriptor<?> topic) {
    return topic.keyType() == KeyType.NONE
        ? "by time within a partition"
        : "records of one key come in the order they were written; between keys there is none";
  }

  private static String schema(TopicDescriptor<?> topic) {
    String subject =
        switch (topic.valueType().getSimpleName()) {
          case "Article" -> "articles-value";
          case "ClaimEvent" -> "claims-value";
          case "CodedClaim" -> "coded-claims-value";
          case "DeadLetterMark" -> "dead-letter-marks-value";
          case "DeadLetter" -> "dead-letters-value";
          case "ErasedArticle" -> "erased-value";
          case "GenerationPointer" -> "generations-value";
          case "TensionAlert" -> "alerts-value";
          case "TensionIndicator" -> "indicators-value";
          case "Tick" -> "ticks-value";
          default -> throw new IllegalStateException("No schema folder for " + topic.valueType());
        };
    return "schemas/" + subject;
  }
}
