package org.tensiometer.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells the language of a text with OpenNLP's model of 103 languages. English is given the benefit
 * of the doubt: names and tables of figures make a short English text look like anything.
 */
final class LanguageDetector {

  private static final String MODEL = "/langdetect-183.bin";
  private static final String ENGLISH = "en";
  private static final String ENGLISH_3 = "eng";

  /** English is ruled out when it is less than this share as likely as the likeliest language. */
  private static final double DOUBT = 0.4;

  /** Fewer letters than these tell no language. */
  private static final int FEWEST_LETTERS = 20;

  /** More characters than these make nothing surer. */
  private static final int SAMPLE = 600;

  /** ISO 639-3 to 639-1, with the members of the macrolanguages that the model tells apart. */
  private static final Map<String, String> SHORT_CODES = shortCodes();

  private static LanguageDetectorModel model;

  private LanguageDetector() {}

  /**
   * ISO 639-1 code of the language of an article, or 639-3 where there is none; {@code en} if it
   * may be English.
   *
   * @param title null if unknown
   */
  static String language(String title, String body) {
    String text = sample(title, body);
    if (text.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS) {
      return ENGLISH;
    }
    Language[] languages = new LanguageDetectorME(model()).predictLanguages(text);
    double english =
        Stream.of(languages)
            .filter(language -> language.getLang().equals(ENGLISH_3))
            .mapToDouble(Language::getConfidence)
            .findFirst()
            .orElse(0);
    Language likeliest = languages[0];
    return english >= DOUBT * likeliest.getConfidence()
        ? ENGLISH
        : SHORT_CODES.getOrDefault(likeliest.getLang(), likeliest.getLang());
  }

  /** The title and the start of the text; in small letters, since the model knows no others. */
  private static String sample(String title, String body) {
    String whole = title == null || body.startsWith(title) ? body : title + '\n' + body;
    String start = whole.length() > SAMPLE ? whole.substring(0, SAMPLE) : whole;
    return start.toLowerCase(Locale.ROOT);
  }

  private static synchronized LanguageDetectorModel model() {
    if (model == null) {
      try (InputStream in = LanguageDetector.class.getResourceAsStream(MODEL)) {
        model = new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException("The language model in the jar cannot be read", e);
      }
    }
    return model;
  }

  private static Map<String, String> shortCodes() {
    Map<String, String> codes =
        Stream.of(Locale.getISOLanguages())
            .collect(
                Collectors.toMap(
                    code -> Locale.forLanguageTag(code).getISO3Language(),
                    code -> code,
                    (one, other) -> one));
    codes.putAll(
        Map.of("cmn", "zh", "ekk", "et", "lvs", "lv", "pes", "fa", "nob", "no", "arz", "ar"));
    return codes;
  }
}
