package org.tensiometer.claims.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They called it “a mistake”, once.",
        "They called it \"a mistake\", once.",
        "They called it ‘a mistake’, once.",
        "They called it «a mistake», once.",
        "They called it ``a mistake'', once."
      })
  void shouldKnowEveryKindOfMark(String text) {
    List<Quotation> found = Quotations.find(text);
    assertThat(found).hasSize(1);
    assertThat(text.substring(found.get(0).begin(), found.get(0).end())).contains("a mistake");
    assertThat(text.substring(found.get(0).end())).isEqualTo(", once.");
  }

  @Test
  void shouldNotTakeApostrophesForMarks() {
    assertThat(Quotations.find("The minister’s aides’ cars don’t start")).isEmpty();
  }

  @Test
  void shouldEndAnOpenQuotationWithItsParagraph() {
    List<Quotation> found = Quotations.find("She said: “We left.\n“We came back.”\nThey ate.");
    assertThat(found).hasSize(2);
    assertThat(found.get(0).closed()).isFalse();
    assertThat(found.get(1).closed()).isTrue();
  }

  @Property
  void quotationsOfAnyTextAreOrderedAndApart(@ForAll String text) {
    int last = 0;
    for (Quotation quotation : Quotations.find(text + "“a \" b ‘c ”\n" + text)) {
      assertThat(quotation.begin()).isGreaterThanOrEqualTo(last);
      assertThat(quotation.end()).isGreaterThan(quotation.begin());
      last = quotation.end();
    }
  }
}
