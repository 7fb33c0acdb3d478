package org.tensiometer.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.tensiometer.claims.ClaimSplitter;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CountryPair;

/**
 * Articles of a few sentences on pairs of countries, analysed as news is. The pairs with ordinary
 * news and the pairs in which a grave event breaks out are different ones.
 */
final class WorldNews {

  /** Number of outlets that report a grave event, each in words of its own. */
  static final int OUTBREAK_OUTLETS = 3;

  /**
   * Claims of the articles on one pair.
   *
   * @param articles each the claims of one article
   */
  record PairNews(CountryPair pair, List<List<ClaimEvent>> articles) {}

  private static final List<String> AT_PEACE =
      List.of(
          "France",
          "Germany",
          "Italy",
          "Spain",
          "Portugal",
          "Belgium",
          "Austria",
          "Poland",
          "Sweden",
          "Norway",
          "Finland",
          "Denmark",
          "Greece",
          "Romania",
          "Bulgaria",
          "Hungary",
          "Japan",
          "Thailand",
          "Vietnam",
          "Indonesia",
          "Malaysia",
          "Australia",
          "Canada",
          "Mexico");

  private static final List<String> AT_ODDS =
      List.of(
          "Brazil",
          "Argentina",
          "Chile",
          "Peru",
          "Bolivia",
          "Ecuador",
          "Colombia",
          "Venezuela",
          "Egypt",
          "Sudan",
          "Ethiopia",
          "Kenya",
          "Somalia",
          "Uganda",
          "Rwanda",
          "Angola",
          "Nigeria",
          "Ghana",
          "Morocco",
          "Algeria",
          "Tunisia",
          "Iran",
          "Iraq",
          "Pakistan",
          "India",
          "Nepal");

  private static final String ORDINARY =
      "The foreign minister of %1$s met his colleague from %2$s on trade. %1$s criticised %2$s over"
          + " the price of fish. Officials from both countries spoke of a long day. The government of"
          + " %2$s praised %1$s for its help after the flood, but rejected a demand of %1$s. The"
          + " weather was fine.";

  // One grave act that three outlets confirm: FLASH.
  private static final List<String> GRAVE =
      List.of(
          "Troops of %1$s attacked a border post of %2$s. %1$s expelled the ambassador of %2$s and"
              + " threatened %2$s with war.",
          "Troops from %1$s attacked a border post of %2$s, officials said. The ambassador of %2$s"
              + " was expelled by %1$s. %1$s also threatened %2$s with war.",
          "Soldiers of %1$s attacked a border post of %2$s, residents said. %1$s has expelled the"
              + " ambassador of %2$s. %1$s threatened %2$s with a war.");

  // Many acts, none of them that grave: with the third outlet RAISE.
  private static final List<String> TENSE =
      List.of(
          "%1$s threatened %2$s with war. %1$s imposed sanctions on %2$s. %1$s accused %2$s of"
              + " terrorism. %1$s expelled the ambassador of %2$s. %1$s deployed troops at the"
              + " border with %2$s.",
          "%1$s has threatened %2$s with war. %1$s also imposed sanctions on %2$s. %1$s again"
              + " accused %2$s of terrorism. %1$s has expelled the ambassador of %2$s. %1$s has"
              + " deployed troops at the border with %2$s.",
          "Once more %1$s threatened %2$s with war. Harsh sanctions were imposed on %2$s by %1$s."
              + " %1$s publicly accused %2$s of terrorism. The ambassador of %2$s was expelled by"
              + " %1$s. %1$s deployed more troops at the border with %2$s.");

  private final ClaimSplitter splitter;
  private final Map<String, String> codes = new HashMap<>();

  WorldNews(ClaimSplitter splitter) {
    this.splitter = splitter;
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale("", code);
      codes.put(country.getDisplayCountry(Locale.ENGLISH), country.getISO3Country());
    }
  }

  /** One article on every pair at peace. */
  List<PairNews> ordinary() {
    return ofPairs(AT_PEACE, List.of(ORDINARY));
  }

  /** Three articles on every second pair at odds; with the third one it is in alert by FLASH. */
  List<PairNews> grave() {
    return everySecond(ofPairs(AT_ODDS, GRAVE), 0);
  }

  /** Three articles on the other pairs at odds; with the third one they are in alert by RAISE. */
  List<PairNews> tense() {
    return everySecond(ofPairs(AT_ODDS, TENSE), 1);
  }

  private static List<PairNews> everySecond(List<PairNews> news, int from) {
    return IntStream.range(0, news.size()).filter(i -> i % 2 == from).mapToObj(news::get).toList();
  }

  /** Every pair once, in an order that looks random and is always the same. */
  private List<PairNews> ofPairs(List<String> countries, List<String> texts) {
    List<PairNews> news = new ArrayList<>();
    for (int i = 0; i < countries.size(); i++) {
      for (int j = i + 1; j < countries.size(); j++) {
        news.add(of(countries.get(i), countries.get(j), texts));
      }
    }
    Collections.shuffle(news, new Random(1));
    return news;
  }

  private PairNews of(String one, String other, List<String> texts) {
    List<List<ClaimEvent>> articles =
        texts.stream()
            .map(text -> splitter.split(Articles.withBody("news", text.formatted(one, other))))
            .toList();
    return new PairNews(CountryPair.of(codes.get(one), codes.get(other)), articles);
  }
}
