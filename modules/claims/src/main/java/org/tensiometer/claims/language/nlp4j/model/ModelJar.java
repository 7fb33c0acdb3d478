package org.tensiometer.claims.language.nlp4j.model;

import edu.emory.mathcs.nlp.common.util.IOUtils;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The jar nlp4j-english: xz-compressed, Java-serialised models. Only classes of NLP4J and of the
 * collections it uses are let through.
 */
final class ModelJar implements Closeable {

  private static final String ROOT = "edu/emory/mathcs/nlp/";
  private static final String PROPERTIES =
      "META-INF/maven/edu.emory.mathcs.nlp/nlp4j-english/pom.properties";

  private static final String ALLOWED =
      "edu.emory.mathcs.nlp.**;it.unimi.dsi.fastutil.**;org.magicwerk.brownies.collections.**;"
          + "java.util.*;java.lang.*;!*";

  private final Path path;
  private final ZipFile zip;

  ModelJar(Path path) throws IOException {
    this.path = path;
    this.zip = new ZipFile(path.toFile());
  }

  /** {@code nlp4j-english VERSION FINGERPRINT}, from the table of contents alone. */
  String source() throws IOException {
    CRC32C checksum = new CRC32C();
    zip.stream()
        .sorted((a, b) -> a.getName().compareTo(b.getName()))
        .map(entry -> entry.getName() + " " + entry.getCrc() + " " + entry.getSize() + "\n")
        .forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
    return "nlp4j-english %s %08x".formatted(version(), checksum.getValue());
  }

  private String version() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = zip.getInputStream(entry(PROPERTIES))) {
      properties.load(in);
    }
    return properties.getProperty("version", "unknown");
  }

  private ZipEntry entry(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("it has no " + name);
    }
    return entry;
  }

  /**
   * @param name for instance {@code models/en-pos}
   * @param progress hears the share of this model that has been read
   */
  <T> T read(String name, Class<T> type, ModelProgress progress) throws IOException {
    ZipEntry entry = entry(ROOT + name + ".xz");
    InputStream raw = new Counting(zip.getInputStream(entry), entry.getSize(), name, progress);
    try (ObjectInputStream in = IOUtils.createObjectXZBufferedInputStream(raw)) {
      in.setObjectInputFilter(ObjectInputFilter.Config.createFilter(ALLOWED));
      return type.cast(in.readObject());
    } catch (ClassNotFoundException | ClassCastException e) {
      throw new IOException(path + "!/" + name + " holds something else than a model", e);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static final class Counting extends FilterInputStream {

    private final long size;
    private final String name;
    private final ModelProgress progress;
    private long read;

    Counting(InputStream in, long size, String name, ModelProgress progress) {
      super(in);
      this.size = size;
      this.name = name;
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      count(count);
      return count;
    }

    private void count(int more) {
      long before = read * 100 / size;
      read += Math.max(0, more);
      if (read * 100 / size > before) {
        progress.update(name, (double) read / size);
      }
    }
  }
}
