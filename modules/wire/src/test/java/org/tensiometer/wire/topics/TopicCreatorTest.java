package org.tensiometer.wire.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class TopicCreatorTest {

  private static final Topics TOPICS = Topics.withDefaults();

  private final MockAdminClient admin =
      MockAdminClient.create().numBrokers(1).defaultPartitions((short) 1).build();
  private final TopicCreator creator = new TopicCreator(admin);

  @Test
  void shouldCreateWhatIsMissingWithItsSettings() throws Exception {
    assertThat(creator.ensure(TOPICS.all())).hasSize(TOPICS.all().size());
    for (TopicDescriptor<?> topic : TOPICS.all()) {
      assertThat(
              admin
                  .describeTopics(List.of(topic.name()))
                  .allTopicNames()
                  .get()
                  .get(topic.name())
                  .partitions())
          .hasSize(topic.partitions());
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
      Map<String, String> expected = topic.config();
      expected.forEach(
          (name, value) ->
              assertThat(
                      admin
                          .describeConfigs(List.of(resource))
                          .values()
                          .get(resource)
                          .toCompletionStage()
                          .toCompletableFuture()
                          .join()
                          .get(name)
                          .value())
                  .isEqualTo(value));
    }
  }

  @Test
  void shouldCreateNothingTheSecondTime() {
    creator.ensure(TOPICS.all());
    assertThat(creator.ensure(TOPICS.all())).isEmpty();
  }

  @Test
  void shouldNameEveryTopicWithOtherPartitionsAndCreateNone() throws Exception {
    admin.createTopics(
        List.of(
            new NewTopic(TOPICS.claims().name(), 3, (short) 1),
            new NewTopic(TOPICS.ticks().name(), 5, (short) 1)));
    assertThatExceptionOfType(TopicMismatchException.class)
        .isThrownBy(() -> creator.ensure(TOPICS.all()))
        .satisfies(e -> assertThat(e.mismatches()).hasSize(2))
        .withMessageContaining("tensiometer.claims has 3 partitions and should have 4")
        .withMessageContaining("tensiometer.ticks has 5 partitions and should have 4");
    assertThat(admin.listTopics().names().get()).hasSize(2);
  }
}
