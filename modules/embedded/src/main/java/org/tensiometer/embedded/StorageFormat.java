package org.tensiometer.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.EligibleLeaderReplicasVersion;
import org.apache.kafka.server.common.KRaftVersion;
import org.apache.kafka.server.common.MetadataVersion;

/** Makes a folder one that a broker starts on, as {@code kafka-storage.sh format} does. */
final class StorageFormat {

  private static final String FORMATTED = "meta.properties";

  private StorageFormat() {}

  /**
   * Formats the folder unless it is formatted. One that a killed process left half formatted is
   * formatted again; {@code meta.properties} is written last.
   *
   * @throws EmbeddedStartException if it cannot be written
   */
  static void ensure(Path logFolder, QuorumMember member) {
    if (Files.exists(logFolder.resolve(FORMATTED))) {
      return;
    }
    try {
      Files.createDirectories(logFolder);
      formatter(logFolder, member).run();
    } catch (Exception e) {
      throw new EmbeddedStartException(
          "Data folder " + logFolder + " cannot be formatted: " + e, e);
    }
  }

  private static Formatter formatter(Path logFolder, QuorumMember member) {
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Formatter()
        .setPrintStream(silent)
        .setNodeId(member.nodeId())
        .setClusterId(member.clusterId())
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setFeatureLevel(KRaftVersion.FEATURE_NAME, KRaftVersion.KRAFT_VERSION_0.featureLevel())
        // A leader comes from those in sync, as with brokers that were upgraded.
        .setFeatureLevel(
            EligibleLeaderReplicasVersion.FEATURE_NAME,
            EligibleLeaderReplicasVersion.ELRV_0.featureLevel())
        .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
        .setMetadataLogDirectory(logFolder.toString())
        .addDirectory(logFolder.toString())
        .setIgnoreFormatted(true);
  }
}
