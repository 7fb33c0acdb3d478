package org.tensiometer.app.command;

import java.io.InputStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tensiometer.app.UserError;
import org.tensiometer.ingest.source.ArticleField;
import org.tensiometer.ingest.source.ArticleReader;
import org.tensiometer.ingest.source.FieldNames;
import org.tensiometer.ingest.source.Overrides;
import org.tensiometer.ingest.source.Published;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Articles to read, and what is said of them all. */
final class InputOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = {
        "Articles: .txt, .html, .json or .jsonl, each also compressed (.gz); a directory of",
        "them; a pattern in quotes such as 'news/*.jsonl.gz'; - is standard input."
      })
  private List<String> files;

  @Option(
      names = "--published",
      paramLabel = "DATE",
      converter = PublishedConverter.class,
      description = "Publication date or instant of all articles, above what the input says.")
  private Published published;

  @Option(
      names = "--outlet",
      paramLabel = "NAME",
      description = "Outlet of all articles, above what the input says.")
  private String outlet;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Address of the article, above what the input says.")
  private String url;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "Headline of the article, above what the input says.")
  private String title;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = {
        "Language of all articles, for instance en; else it is told by the input or found out.",
        "Articles in other languages than English are skipped."
      })
  private String language;

  @Option(
      names = "--field",
      paramLabel = "FIELD=NAME",
      description = {
        "Where articles in JSON keep a field, for instance body=content or outlet=source.name;",
        "FIELD is id, url, outlet, title, body, published, updated or language. Names that",
        "many dumps use are known."
      })
  private Map<String, String> fields = new LinkedHashMap<>();

  /** What the user named; empty if nothing. */
  Optional<List<String>> files() {
    return Optional.ofNullable(files);
  }

  /**
   * What the user named.
   *
   * @throws ParameterException if nothing
   */
  List<String> requiredFiles() {
    return files()
        .orElseThrow(
            () ->
                new ParameterException(
                    command.commandLine(),
                    "no FILE is named; name files or directories of articles, or - for standard"
                        + " input"));
  }

  /**
   * Tells of each input that is not there.
   *
   * @throws UserError if none is
   */
  void requireAny(List<String> named, Consumer<String> problems) {
    if (named.stream().noneMatch(ArticleReader::isThere)) {
      new ArticleReader(Overrides.NONE, InputStream.nullInputStream())
          .read(named, result -> problems.accept(result.toString()));
      throw UserError.nothingRead("no article could be read");
    }
  }

  ArticleReader reader(InputStream standardInput) {
    Map<ArticleField, String> given = new EnumMap<>(ArticleField.class);
    try {
      fields.forEach((field, name) -> given.put(ArticleField.of(field), name));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--field: " + e.getMessage());
    }
    return new ArticleReader(
        new Overrides(published, outlet, url, title, language),
        FieldNames.with(given),
        standardInput);
  }

  static final class PublishedConverter implements ITypeConverter<Published> {

    @Override
    public Published convert(String value) {
      try {
        return Published.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
