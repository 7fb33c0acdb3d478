package org.tensiometer.claims.language.nlp4j.model;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the models of NLP4J and brings them into memory. The jar is the one given, or named by the
 * system property {@value #JAR_PROPERTY}, or that on the class path. Its converted form is kept in
 * the directory named by the system property {@value #CACHE_PROPERTY}, or the environment variable
 * {@value #CACHE_VARIABLE}, else in {@code tensiometer} under {@code XDG_CACHE_HOME} or {@code
 * ~/.cache}. With a converted form in the cache, the jar is not needed.
 *
 * <p>The first use converts: about a minute of CPU time, 1.8 GB of heap, 150 MB on disk. From then
 * on the models load in about a second.
 */
public final class LanguageModels {

  public static final String JAR_PROPERTY = "tensiometer.models.jar";
  public static final String CACHE_PROPERTY = "tensiometer.cache";
  public static final String CACHE_VARIABLE = "TENSIOMETER_CACHE";

  private static final String A_MODEL = "edu/emory/mathcs/nlp/models/en-dep.xz";

  private final Optional<Path> jar;
  private final ModelCache cache;

  private LanguageModels(Optional<Path> jar, Path directory) {
    this.jar = jar;
    this.cache = new ModelCache(directory);
  }

  /** The models where the settings say. */
  public static LanguageModels locate() {
    return locate(Optional.empty());
  }

  /**
   * The models in the given jar, else where the settings say.
   *
   * @throws ModelsUnavailableException when a jar is named that does not exist
   */
  public static LanguageModels locate(Optional<Path> jar) {
    Optional<Path> named =
        jar.or(() -> Optional.ofNullable(System.getProperty(JAR_PROPERTY)).map(Path::of));
    named.ifPresent(LanguageModels::requireExists);
    return new LanguageModels(named.or(LanguageModels::onClassPath), cacheDirectory());
  }

  /** The models in the given jar with their converted form in the given directory. */
  public static LanguageModels of(Path jar, Path cacheDirectory) {
    requireExists(jar);
    return new LanguageModels(Optional.of(jar), cacheDirectory);
  }

  private static void requireExists(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new ModelsUnavailableException(
          "The language models are not at %s: give the path of nlp4j-english-1.1.3.jar."
              .formatted(jar));
    }
  }

  private static Optional<Path> onClassPath() {
    URL url = LanguageModels.class.getClassLoader().getResource(A_MODEL);
    try {
      return url != null && url.openConnection() instanceof JarURLConnection connection
          ? Optional.of(Path.of(connection.getJarFileURL().toURI()))
          : Optional.empty();
    } catch (IOException | URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Path cacheDirectory() {
    Optional<Path> ours =
        Stream.of(System.getProperty(CACHE_PROPERTY), System.getenv(CACHE_VARIABLE))
            .filter(Objects::nonNull)
            .filter(value -> !value.isBlank())
            .findFirst()
            .map(Path::of);
    return ours.orElseGet(LanguageModels::userCache);
  }

  private static Path userCache() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path caches =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    return caches.resolve("tensiometer");
  }

  Optional<Path> jar() {
    return jar;
  }

  /** Where the converted models are, or will be. */
  public Path pack() {
    return cache.pack();
  }

  /**
   * Loads the models, converting them first if need be.
   *
   * @throws ModelsUnavailableException when they are not found, memory is short or the cache
   *     directory cannot be written
   */
  public SentenceDecoder load(ModelProgress progress) {
    return new PackedDecoder(cache.load(jar, progress));
  }
}
