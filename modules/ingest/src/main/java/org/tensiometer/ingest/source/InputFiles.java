package org.tensiometer.ingest.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The files that the user means: a file, the articles in a directory and below it, or a pattern
 * ({@code *}, {@code **}, {@code ?}, {@code [ab]}, {@code {a,b}}) that no shell has expanded. In
 * order of name.
 */
final class InputFiles {

  private static final Pattern WILD = Pattern.compile("[*?\\[{]");

  private final Consumer<Path> files;
  private final BiConsumer<String, IOException> faults;

  /**
   * @param files takes each file
   * @param faults takes what cannot be read, with its place
   */
  InputFiles(Consumer<Path> files, BiConsumer<String, IOException> faults) {
    this.files = files;
    this.faults = faults;
  }

  /** Whether there is anything of this name. */
  static boolean isThere(String named) {
    try {
      Path path = Path.of(named);
      return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
          || isPattern(named) && !matching(named).isEmpty();
    } catch (InvalidPathException | IOException e) {
      return false;
    }
  }

  void find(String named) {
    try {
      Path path = Path.of(named);
      if (Files.isDirectory(path)) {
        if (!directory(path)) {
          throw new NothingThereException(
              "holds no article; right would be a directory with " + InputFormat.NAMES);
        }
      } else if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS) && isPattern(named)) {
        pattern(named);
      } else {
        files.accept(path);
      }
    } catch (IOException e) {
      faults.accept(named, e);
    } catch (InvalidPathException e) {
      faults.accept(named, new NoSuchFileException(named));
    }
  }

  private void pattern(String named) throws IOException {
    List<Path> matching = matching(named);
    if (matching.isEmpty()) {
      throw new NothingThereException("no file matches this pattern");
    }
    for (Path path : matching) {
      if (Files.isDirectory(path)) {
        directory(path);
      } else {
        files.accept(path);
      }
    }
  }

  /** Takes the articles in a directory and below; false if there are none. */
  private boolean directory(Path directory) throws IOException {
    boolean any = false;
    for (Path inside : inOrder(directory)) {
      if (isHidden(inside)) {
        continue;
      }
      if (Files.isDirectory(inside, LinkOption.NOFOLLOW_LINKS)) {
        try {
          any |= directory(inside);
        } catch (IOException e) {
          faults.accept(inside.toString(), e);
        }
      } else if (Files.isRegularFile(inside)
          && InputFormat.ofName(inside.getFileName().toString()).isPresent()) {
        files.accept(inside);
        any = true;
      }
    }
    return any;
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static boolean isPattern(String named) {
    return WILD.matcher(named).find();
  }

  /** All that the pattern matches, going down only where it leads. */
  private static List<Path> matching(String pattern) throws IOException {
    Path whole = Path.of(pattern);
    Path base = whole.getRoot() == null ? Path.of("") : whole.getRoot();
    int plain = 0;
    while (plain < whole.getNameCount() - 1 && !isPattern(whole.getName(plain).toString())) {
      base = base.resolve(whole.getName(plain++));
    }
    PathMatcher matcher = whole.getFileSystem().getPathMatcher("glob:" + pattern);
    int depth = pattern.contains("**") ? Integer.MAX_VALUE : whole.getNameCount() - plain;
    List<Path> found = new ArrayList<>();
    collect(base, depth, matcher, found);
    return found;
  }

  private static void collect(Path directory, int depth, PathMatcher matcher, List<Path> found)
      throws IOException {
    if (!Files.isDirectory(directory.toString().isEmpty() ? Path.of(".") : directory)) {
      return;
    }
    for (Path inside : inOrder(directory)) {
      if (isHidden(inside)) {
        continue;
      }
      if (matcher.matches(inside)) {
        found.add(inside);
      } else if (depth > 1 && Files.isDirectory(inside, LinkOption.NOFOLLOW_LINKS)) {
        collect(inside, depth - 1, matcher, found);
      }
    }
  }

  private static List<Path> inOrder(Path directory) throws IOException {
    List<Path> inside = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(inside::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(inside);
    return inside;
  }
}
