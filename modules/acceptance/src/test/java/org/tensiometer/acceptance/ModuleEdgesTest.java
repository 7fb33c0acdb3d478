package org.tensiometer.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps the edges between the modules as docs/architecture.md draws them. */
class ModuleEdgesTest {

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
    for (String module :
        new String[] {
          "contracts", "claims", "coding", "tension", "wire", "embedded", "ingest", "topology",
          "sink", "app"
        }) {
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
    Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("org.tensiometer..")
        .layer("contracts")
        .definedBy("org.tensiometer.contracts..")
        .layer("claims")
        .definedBy("org.tensiometer.claims..")
        .layer("coding")
        .definedBy("org.tensiometer.coding..")
        .layer("tension")
        .definedBy("org.tensiometer.tension..")
        .layer("wire")
        .definedBy("org.tensiometer.wire..")
        .layer("embedded")
        .definedBy("org.tensiometer.embedded..")
        .layer("testkit")
        .definedBy("org.tensiometer.testkit..")
        .layer("ingest")
        .definedBy("org.tensiometer.ingest..")
        .layer("topology")
        .definedBy("org.tensiometer.topology..")
        .layer("sinks")
        .definedBy("org.tensiometer.sink..")
        .layer("app")
        .definedBy("org.tensiometer.app..")
        .layer("outside")
        .definedBy("org.tensiometer.acceptance..", "org.tensiometer.benchmarks..")
        .whereLayer("claims")
        .mayOnlyBeAccessedByLayers("ingest", "app", "outside")
        .whereLayer("coding")
        .mayOnlyBeAccessedByLayers("topology", "app", "outside")
        .whereLayer("tension")
        .mayOnlyBeAccessedByLayers("topology", "app", "outside")
        .whereLayer("wire")
        .mayNotAccessAnyLayerExcept("contracts")
        .check(project);
    for (String pure : new String[] {"claims", "coding", "tension", "wire"}) {
      noClasses()
          .that()
          .resideInAPackage("org.tensiometer." + pure + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others(pure))
          .check(project);
    }
    noClasses()
        .that()
        .resideInAnyPackage("org.tensiometer.ingest..", "org.tensiometer.sink..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.tensiometer.topology..", "org.tensiometer.embedded..", "org.tensiometer.app..")
        .check(project);
  }

  /** Every module but contracts and the one named. */
  private static String[] others(String module) {
    return java.util.stream.Stream.of(
            "claims", "coding", "tension", "wire", "embedded", "testkit", "ingest", "topology",
            "sink", "app")
        .filter(other -> !other.equals(module))
        .map(other -> "org.tensiometer." + other + "..")
        .toArray(String[]::new);
  }
}
