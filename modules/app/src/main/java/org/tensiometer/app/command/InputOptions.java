package org.tensiometer.app.command;

import java.io.InputStream;
import org.tensiometer.ingest.source.ArticleReader;
import org.tensiometer.ingest.source.Overrides;
import org.tensiometer.ingest.source.Published;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What may be said of all articles of an input. */
final class InputOptions {

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

  ArticleReader reader(InputStream standardInput) {
    return new ArticleReader(new Overrides(published, outlet), standardInput);
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
