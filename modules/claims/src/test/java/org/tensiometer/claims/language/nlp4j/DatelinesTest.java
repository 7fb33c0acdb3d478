package org.tensiometer.claims.language.nlp4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatelinesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GENEVA - |Two envoys met.",
        "SAN MARINO \u2014 |Two envoys met.",
        "LIMA, Peru -- |Two envoys met.",
        "QUITO (Reuters) - |Two envoys met.",
        "Rome (CNN) |Two envoys met.",
        "Rome (CNN)|\u201CTwo envoys met,\u201D she said.",
        "(Reuters) - |Two envoys met.",
        "HANOI, August 7 (Xinhua) -- |Two envoys met.",
        "Athens, March 15, ANA - |Two envoys met.",
        "SEOUL/TOKYO (Reuters) - |Two envoys met.",
        "MIAMI, Fla.\u2014|Two envoys met.",
      })
  void shouldEndBeforeTheStory(String text) {
    assertThat(end(text.replace("|", ""))).isEqualTo(text.indexOf('|'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Two envoys met in Geneva - a first.",
        "The Red League (RL) has met.",
        "EU - China talks ended.",
        "NATO - Russia talks ended.",
        "Geneva and Rome agreed.",
        "GENEVA",
        "GENEVA - ",
        "Envoys (and friends) met.",
      })
  void shouldLeaveSentencesWhole(String text) {
    assertThat(end(text)).isZero();
  }

  private static int end(String text) {
    return Datelines.end(text, new Span(0, text.length()));
  }
}
