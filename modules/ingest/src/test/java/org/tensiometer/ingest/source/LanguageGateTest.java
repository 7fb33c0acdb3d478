package org.tensiometer.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tensiometer.ingest.source.Inputs.readWith;
import static org.tensiometer.ingest.source.Inputs.shown;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageGateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Go.",
        "Zelensky meets Erdogan in Istanbul",
        "RUSSIA AND CHINA SIGN GAS DEAL IN SHANGHAI",
        "Ukraine: missiles hit Odesa, Mykolaiv and Kharkiv",
        "1ST QTR NET Shr 16 cts vs 11 cts, Net 660,000 vs 447,000, Revs 3.1 mln vs 2.9 mln",
        "Norway imposed sanctions on Belarus on Thursday."
      })
  void shouldLetEnglishPassHoweverShort(String text) {
    assertThat(shown(text(text))).containsExactly("- " + text);
  }

  @ParameterizedTest
  @CsvSource({
    "French, 'Le gouvernement a annonc\u00e9 lundi de nouvelles sanctions contre la Russie.'",
    "Spanish, 'El gobierno anunci\u00f3 el lunes nuevas sanciones contra los dirigentes rusos.'",
    "Russian, 'Правительство объявило в понедельник о новых санкциях против страны.'",
    "Ukrainian, 'Уряд оголосив у понеділок про нові санкції проти цієї країни та її посадовців.'",
    "Turkish, 'H\u00fck\u00fcmet pazartesi g\u00fcn\u00fc \u00fclkeye kar\u015f\u0131 yeni yapt\u0131r\u0131mlar a\u00e7\u0131klad\u0131.'",
    "Polish, 'Rz\u0105d og\u0142osi\u0142 w poniedzia\u0142ek nowe sankcje wobec w\u0142adz tego kraju.'",
    "Chinese, '政府周一宣布对该国实施新的制裁措施，并召见了该国大使表示抗议。'",
    "Arabic, 'أعلنت الحكومة يوم الاثنين عن عقوبات جديدة ضد مسؤولين في البلاد.'"
  })
  void shouldSkipOtherLanguagesByName(String language, String text) {
    assertThat(shown(text(text))).containsExactly("-: skipped, in " + language + ", not English");
  }

  @Test
  void shouldBelieveASourceThatNamesTheLanguage() {
    String lines =
        """
        {"body": "Norway imposed sanctions on Belarus.", "language": "de-DE"}
        {"body": "Norway imposed sanctions on Belarus.", "lang": "French"}
        {"body": "Le gouvernement a annonc\u00e9 lundi de nouvelles sanctions.", "language": "ENG"}
        {"body": "Norway imposed sanctions on Belarus.", "language": "??"}
        """;

    assertThat(shown(text(lines)))
        .satisfiesExactly(
            first -> assertThat(first).contains("in German"),
            second -> assertThat(second).contains("in French"),
            third -> assertThat(third).startsWith("-:3 Le gouvernement"),
            fourth -> assertThat(fourth).startsWith("-:4 Norway"));
  }

  private static List<ReadResult> text(String content) {
    return readWith(Map.of(), content.getBytes(StandardCharsets.UTF_8), "-");
  }
}
