package org.tensiometer.claims.language.nlp4j.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the pack in the user's cache directory. A pack is written under another name and then
 * renamed, so nobody ever reads half of one; a lock file lets only one process convert. A damaged
 * pack, or one of another jar, is made anew.
 */
final class ModelCache {

  private static final Logger LOG = LoggerFactory.getLogger(ModelCache.class);

  private static final String NAME = "nlp4j-english-v" + ModelPack.FORMAT;

  /** Heap that the conversion needs, in megabytes (measured, docs/decisions/0003). */
  static final long CONVERSION_HEAP = 1800;

  private static final Object IN_THIS_PROCESS = new Object();

  private final Path directory;

  ModelCache(Path directory) {
    this.directory = directory;
  }

  Path pack() {
    return directory.resolve(NAME + ".pack");
  }

  /**
   * The pack of the jar; without a jar, the pack that is in the cache.
   *
   * @throws ModelsUnavailableException when there is neither, or the pack cannot be made
   */
  ModelPack load(Optional<Path> jar, ModelProgress progress) {
    try {
      Optional<ModelPack> cached = cached(jar);
      return cached.isPresent() ? cached.get() : convertOnce(jar, progress);
    } catch (OutOfMemoryError e) {
      throw new ModelsUnavailableException(
          "The language models need more memory than this Java has (%d MB): start it with -Xmx1g,"
                  .formatted(heap())
              + " or with -Xmx2500m the first time.",
          e);
    }
  }

  private Optional<ModelPack> cached(Optional<Path> jar) {
    if (!Files.isReadable(pack())) {
      return Optional.empty();
    }
    try {
      ModelPack pack = ModelPack.read(pack());
      if (jar.isEmpty() || source(jar.get()).equals(pack.source())) {
        return Optional.of(pack);
      }
      LOG.info("{} was made from other models and is made anew", pack());
    } catch (DamagedPackException e) {
      LOG.warn("{} is damaged ({}) and is made anew", pack(), e.getMessage());
    } catch (IOException e) {
      throw new ModelsUnavailableException(
          "The converted language models %s cannot be read: %s.".formatted(pack(), e), e);
    }
    return Optional.empty();
  }

  private static String source(Path jar) {
    try (ModelJar models = new ModelJar(jar)) {
      return models.source();
    } catch (IOException e) {
      throw new ModelsUnavailableException(
          "%s is not the jar nlp4j-english with the language models: %s."
              .formatted(jar, e.getMessage()),
          e);
    }
  }

  private ModelPack convertOnce(Optional<Path> jar, ModelProgress progress) {
    Path models = jar.orElseThrow(ModelCache::noModels);
    source(models);
    synchronized (IN_THIS_PROCESS) {
      try {
        Files.createDirectories(directory);
        Path lockFile = directory.resolve(NAME + ".lock");
        try (FileChannel channel =
                FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          LOG.debug("holding {}", lock);
          Optional<ModelPack> byAnother = cached(jar);
          return byAnother.isPresent() ? byAnother.get() : convert(models, progress);
        }
      } catch (IOException e) {
        throw new ModelsUnavailableException(
            ("The converted language models cannot be kept in %s (%s): make it writable, or name"
                    + " another directory with -Dtensiometer.cache or TENSIOMETER_CACHE.")
                .formatted(directory, e),
            e);
      }
    }
  }

  private static ModelsUnavailableException noModels() {
    return new ModelsUnavailableException(
        "The language models were not found: put nlp4j-english-1.1.3.jar (Maven Central,"
            + " edu.emory.mathcs.nlp) on the class path or name it with"
            + " -Dtensiometer.models.jar=FILE.");
  }

  private ModelPack convert(Path jar, ModelProgress progress) throws IOException {
    if (heap() < CONVERSION_HEAP) {
      throw new ModelsUnavailableException(
          ("Converting the language models, once, needs %d MB of heap and this Java has %d:"
                  + " start it with -Xmx2500m the first time.")
              .formatted(CONVERSION_HEAP, heap()));
    }
    LOG.info("converting the language models of {} to {}, once", jar, pack());
    Path temporary = Files.createTempFile(directory, NAME, ".part");
    try (ModelJar models = new ModelJar(jar)) {
      ModelPack pack = new PackConverter(models, progress).convert();
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
        pack.write(out);
      }
      Files.move(temporary, pack(), StandardCopyOption.ATOMIC_MOVE);
      progress.update("done", 1);
      return pack;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static long heap() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }
}
