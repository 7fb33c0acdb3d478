package org.tensiometer.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps the edges between the modules as docs/architecture.md draws them. */
class ModuleEdgesTest {

  /** What each module may know. */
  private static final Map<String, Set<String>> BELOW =
      Map.ofEntries(
          entry("contracts", Set.of()),
          entry("claims", Set.of("contracts")),
          entry("coding", Set.of("contracts")),
          entry("tension", Set.of("contracts")),
          entry("wire", Set.of("contracts")),
          entry("embedded", Set.of("contracts", "wire")),
          entry("ingest", Set.of("contracts", "claims", "wire")),
          entry("topology", Set.of("contracts", "coding", "tension", "wire")),
          entry("operations", Set.of("contracts", "wire", "topology")),
          entry("sink", Set.of("contracts", "wire")),
          entry("view", Set.of("contracts", "wire")),
          entry("metrics", Set.of("contracts", "wire")),
          entry(
              "app",
              Set.of(
                  "contracts",
                  "claims",
                  "coding",
                  "tension",
                  "wire",
                  "embedded",
                  "ingest",
                  "topology",
                  "sink",
                  "operations",
                  "view",
                  "metrics")));

  private static JavaClasses project;

  @BeforeAll
  static void readTheProject() {
    project =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tensiometer");
  }

  @Test
  void shouldSeeTheClassesOfEveryModuleItJudges() {
    for (String module : BELOW.keySet()) {
      assertThat(
              project.stream()
                  .anyMatch(c -> c.getPackageName().startsWith("org.tensiometer." + module)))
          .as("classes of %s are on the class path", module)
          .isTrue();
    }
  }

  @Test
  void shouldKeepKafkaOutOfThePureModules() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.tensiometer.contracts..",
            "org.tensiometer.claims..",
            "org.tensiometer.coding..",
            "org.tensiometer.tension..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "io.confluent..", "java.net.http..")
        .check(project);
  }

  @Test
  void shouldLetContractsDependOnAvroOnly() {
    classes()
        .that()
        .resideInAPackage("org.tensiometer.contracts..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.apache.avro..", "org.tensiometer.contracts..")
        .check(project);
  }

  @Test
  void shouldLetOnlyTheAdapterKnowTheLanguageLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.tensiometer.claims.language.nlp4j..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("edu.emory..")
        .check(project);
  }

  @Test
  void shouldLetEachModuleKnowOnlyTheModulesBelowIt() {
    BELOW.forEach(
        (module, below) ->
            noClasses()
                .that()
                .resideInAPackage("org.tensiometer." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    BELOW.keySet().stream()
                        .filter(other -> !other.equals(module) && !below.contains(other))
                        .map(other -> "org.tensiometer." + other + "..")
                        .toArray(String[]::new))
                .check(project));
  }
}
