package org.tensiometer.coding.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensiometer.coding.Lexicon;

class PhraseResolverTest {

  private static final Lexicon LEXICON = Lexicon.bundled();
  private static final PhraseResolver RESOLVER =
      new PhraseResolver(LEXICON.actors(), LEXICON.phraseWords());
  private static final YearMonth JUNE_2024 = YearMonth.of(2024, 6);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Norway | NOR | ",
        "the Norwegian foreign minister | NOR | GOV",
        "Norway's ambassador to Chile | NOR | GOV",
        "the ambassador of Chile to Norway | CHL | GOV",
        "two Chilean warships | CHL | MIL",
        "Washington | USA | GOV",
        "U.S. troops | USA | MIL",
        "us | | ",
        "the US | USA | ",
        "the Kremlin | RUS | GOV",
        "Kremlin spokesman Dmitry Peskov | RUS | GOV",
        "Vladimir Putin | RUS | GOV",
        "Emmanuel Macron's adviser | FRA | GOV",
        "the Korean peninsula | | ",
        "Korea | | ",
        "anti-Russian demonstrators | | CVL",
        "US-backed rebels | | REB",
        "Kenyan-born runner Tom | KEN | ",
        "soldiers from Mali | MLI | MIL",
        "opposition activists in Bolivia | BOL | CVL",
        "troops in Bolivia | | MIL",
        "the war in Ukraine | | ",
        "the Ukraine war | | ",
        "Russia's war in Ukraine | RUS | ",
        "Russia's Chinese counterpart | CHN | GOV",
        "hundreds of Turkish soldiers | TUR | ",
        "the head of Nato | NATO | IGO",
        "the UN Security Council | UNO | IGO",
        "a former Spanish prime minister | ESP | ELI",
        "Turkey | TUR | ",
        "turkey | | ",
        "Park Ji-sung | | ",
        "the Margaret Thatcher Center | | ",
        "Chad Roe | | ",
        "Chad's president | TCD | GOV",
        "Jordan's King Abdullah | JOR | GOV",
        "the American Roe Institute | | ",
        "the European Council on Foreign Relations | | ",
        "American enemies | | ",
        "NATO allies | NATO | IGO",
        "America's Kurdish allies | | ",
        "a ship off Malta | | ",
        "Lavrov, Russia's foreign minister | RUS | GOV",
        "a minister | | GOV",
        "Ivory Coast's army | CIV | MIL",
        "Hamas | PSE | REB",
        "a spokesman for the Norwegian navy | NOR | GOV",
        "an official at the Kremlin | RUS | GOV",
        "up to 16 Chilean advisers | CHL | GOV",
        "around two dozen Peruvian soldiers | PER | MIL",
        "a Spanish NATO officer | ESP | MIL",
        "the president of the Knesset | ISR | LEG",
        "protesters in Lahore | PAK | CVL",
        "Lahore police | PAK | COP",
        "the Sochi deal | | ",
        "the Geneva talks | | ",
        "Joseph R. Biden | USA | GOV",
        "a National Security Council spokesman | USA | GOV",
        "Latin America | | ",
        "the Islamic State of Iraq and Syria | IMG | REB",
        "the Budapest Memorandum | | ",
        "Kataib Hezbollah fighters | IRQ | REB",
        "Hezbollah fighters | LBN | REB",
        "Congress | USA | LEG",
        "Peru's Congress | PER | LEG",
        "the African National Congress | ZAF | PTY",
        "the Windy Mountain Congress | | ",
        "Côte d'Ivoire | CIV | "
      })
  void shouldResolveThePartyOfAPhrase(String phrase, String code, String sector) {
    Party party = RESOLVER.resolve(phrase, JUNE_2024).get(0);

    assertThat(party.code()).isEqualTo(code);
    assertThat(party.sector()).isEqualTo(sector);
  }

  @Test
  void shouldLetTheDateDecideWhoHeldOffice() {
    assertThat(RESOLVER.resolve("Bush", YearMonth.of(1990, 5)).get(0).code()).isEqualTo("USA");
  }

  @Test
  void shouldKeepTheCountryButNotTheOfficeOfALeaderOutOfOffice() {
    Party party = RESOLVER.resolve("Angela Merkel", YearMonth.of(2023, 1)).get(0);

    assertThat(party).extracting(Party::code, Party::sector).containsExactly("DEU", "ELI");
  }

  @Test
  void shouldChooseBetweenNamesakesByDate() {
    assertThat(RESOLVER.resolve("Stoltenberg", YearMonth.of(2007, 1)).get(0).code())
        .isEqualTo("NOR");
    assertThat(RESOLVER.resolve("Stoltenberg", YearMonth.of(2020, 1)).get(0).code())
        .isEqualTo("NATO");
  }

  @Test
  void shouldNotGuessBetweenNamesakesOfDifferentCountriesWithoutADate() {
    assertThat(RESOLVER.resolve("Stoltenberg", null).get(0).code()).isNull();
  }

  @Test
  void shouldNotGuessBetweenNamesakesWhoHoldOfficeAtTheSameTime() {
    assertThat(RESOLVER.resolve("Maliki", YearMonth.of(2010, 1)).get(0).code()).isNull();
    assertThat(RESOLVER.resolve("Nouri al-Maliki", YearMonth.of(2010, 1)).get(0).code())
        .isEqualTo("IRQ");
    assertThat(RESOLVER.resolve("Maliki", YearMonth.of(2017, 1)).get(0).code()).isEqualTo("PSE");
  }

  @Test
  void shouldMeanByAFormerStateTheOneThatWasThereAtTheTime() {
    assertThat(RESOLVER.resolve("East Germany", YearMonth.of(1989, 10)).get(0).code())
        .isEqualTo("DDR");
    assertThat(RESOLVER.resolve("East Germany", JUNE_2024).get(0).code()).isEqualTo("DEU");
    assertThat(RESOLVER.resolve("East Germany", null).get(0).code()).isEqualTo("DEU");
  }

  @Test
  void shouldTellTownsFromParties() {
    assertThat(RESOLVER.resolve("Lahore", JUNE_2024).get(0).isPlace()).isTrue();
    assertThat(RESOLVER.resolve("the mayor of Lahore", JUNE_2024).get(0).isPlace()).isFalse();
    assertThat(RESOLVER.resolve("Islamabad", JUNE_2024).get(0).isPlace()).isFalse();
  }

  @Test
  void shouldTellANamesakeFromALeaderByTheGivenName() {
    Party leader = RESOLVER.resolve("Erdogan", JUNE_2024).get(0);

    assertThat(RESOLVER.isNamesake("the baker Murat Erdogan", leader)).isTrue();
    assertThat(RESOLVER.isNamesake("President Tayyip Erdogan", leader)).isFalse();
    assertThat(RESOLVER.isNamesake("President Erdogan", leader)).isFalse();
  }

  @Test
  void shouldGiveEachMemberOfACompound() {
    List<Party> parties = RESOLVER.resolve("the US, Japan and South Korea", JUNE_2024);

    assertThat(parties).extracting(Party::code).containsExactly("USA", "JPN", "KOR");
  }

  @Test
  void shouldGiveBothCountriesJoinedByAHyphen() {
    List<Party> parties = RESOLVER.resolve("US-South Korean drills", JUNE_2024);

    assertThat(parties).extracting(Party::code).containsExactly("USA", "KOR");
  }
}
