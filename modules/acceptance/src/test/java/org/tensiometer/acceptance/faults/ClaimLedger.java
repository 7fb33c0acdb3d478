package org.tensiometer.acceptance.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tensiometer.contracts.Argument;
import org.tensiometer.contracts.Attribution;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.Engine;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.Mention;
import org.tensiometer.contracts.Modality;
import org.tensiometer.contracts.Polarity;
import org.tensiometer.contracts.Predicate;
import org.tensiometer.contracts.PredicateKind;
import org.tensiometer.contracts.Revision;
import org.tensiometer.contracts.SentenceSpan;
import org.tensiometer.contracts.Tick;
import org.tensiometer.contracts.Token;

/**
 * Claims without end, each known by its number: which it is, and what must become of it, follows
 * from the number alone. An article has four claims of three words, {@code Egypt attacked Sudan};
 * an article stands for one pair, and the articles of a day for all pairs.
 */
final class ClaimLedger {

  static final int CLAIMS_OF_AN_ARTICLE = 4;

  private record Country(String name, String code) {}

  private record Act(String form, String lemma) {}

  private static final List<Country> COUNTRIES =
      List.of(
          new Country("Egypt", "EGY"),
          new Country("Sudan", "SDN"),
          new Country("Kenya", "KEN"),
          new Country("Somalia", "SOM"),
          new Country("Brazil", "BRA"),
          new Country("Bolivia", "BOL"),
          new Country("Norway", "NOR"));

  private static final List<Act> ACTS =
      List.of(
          new Act("attacked", "attack"),
          new Act("condemned", "condemn"),
          new Act("praised", "praise"),
          new Act("threatened", "threaten"));

  private static final List<CountryPair> PAIRS = pairs();
  private static final int OUTLETS = 11;

  private final LocalDate firstDay;
  private final int articlesOfADay;

  /**
   * @param articlesOfADay how many articles share a day of publication
   */
  ClaimLedger(LocalDate firstDay, int articlesOfADay) {
    this.firstDay = firstDay;
    this.articlesOfADay = articlesOfADay;
  }

  LocalDate firstDay() {
    return firstDay;
  }

  /** A tick that closes all days before the one of claim {@code to}. */
  Tick tickAt(int to) {
    return new Tick(publishedOf(to / CLAIMS_OF_AN_ARTICLE), ClockSource.DATA, firstDay);
  }

  /** A tick long after all of these claims: every day is final. */
  Tick lastTick(int claims) {
    Instant end = publishedOf(claims / CLAIMS_OF_AN_ARTICLE).plus(Duration.ofDays(8));
    return new Tick(end, ClockSource.DATA, firstDay);
  }

  /** The pair of this claim, without the claim itself. */
  CountryPair pairOf(int number) {
    return PAIRS.get(number / CLAIMS_OF_AN_ARTICLE % PAIRS.size());
  }

  /** The day of this claim, without the claim itself. */
  LocalDate dayOf(int number) {
    return firstDay.plusDays(number / CLAIMS_OF_AN_ARTICLE / articlesOfADay);
  }

  /** What is said of a pair, as it has been said by an outlet. */
  ClaimEvent claim(int number) {
    int article = number / CLAIMS_OF_AN_ARTICLE;
    int index = number % CLAIMS_OF_AN_ARTICLE;
    CountryPair pair = pairOf(number);
    Country one = country(index % 2 == 0 ? pair.a() : pair.b());
    Country other = country(index % 2 == 0 ? pair.b() : pair.a());
    Act act = ACTS.get((article / PAIRS.size() + index) % ACTS.size());
    Instant published = publishedOf(article);
    String articleId = "ledger-" + article;
    Revision revision = new Revision(published, Ids.content(articleId, "ledger"));
    String claimId = Ids.claim(articleId, revision.getContentHash(), index);
    return ClaimEvent.newBuilder()
        .setArticleId(articleId)
        .setOutlet("Outlet " + article % OUTLETS)
        .setPublished(published)
        .setReceivedAt(published)
        .setRevision(revision)
        .setClaimIndex(index)
        .setClaimCount(CLAIMS_OF_AN_ARTICLE)
        .setEngine(new Engine("ledger", "1"))
        .setClaim(claim(claimId, index, one.name(), act, other.name()))
        .build();
  }

  private Instant publishedOf(int article) {
    long seconds = Duration.ofDays(1).toSeconds() / articlesOfADay;
    return firstDay
        .plusDays(article / articlesOfADay)
        .atStartOfDay()
        .toInstant(ZoneOffset.UTC)
        .plusSeconds(article % articlesOfADay * seconds);
  }

  private static Claim claim(String id, int index, String subject, Act act, String object) {
    String sentence = subject + ' ' + act.form() + ' ' + object;
    int predicate = subject.length() + 1;
    int last = predicate + act.form().length() + 1;
    return Claim.newBuilder()
        .setClaimId(id)
        .setSentence(new SentenceSpan(index, 0, sentence.length(), sentence))
        .setAttribution(Attribution.NARRATED)
        .setPredicate(
            new Predicate(act.form(), act.lemma(), 1, predicate, last - 1, PredicateKind.VERB))
        .setArguments(List.of(argument("nsubj", subject, 0, 0), argument("obj", object, last, 2)))
        .setPolarity(Polarity.AFFIRMED)
        .setModality(Modality.NONE)
        .setFactuality(Factuality.ASSERTED)
        .setHistorical(false)
        .setTokens(
            List.of(
                name(subject, 0, "nsubj"),
                new Token(
                    predicate,
                    last - 1,
                    act.form(),
                    act.lemma(),
                    "VERB",
                    "VBD",
                    null,
                    -1,
                    "root",
                    null,
                    null),
                name(object, last, "obj")))
        .build();
  }

  private static Argument argument(String role, String text, int start, int head) {
    return new Argument(role, new Mention(text, start, start + text.length(), head, null, null));
  }

  private static Token name(String text, int start, String relation) {
    return new Token(
        start,
        start + text.length(),
        text,
        text.toLowerCase(Locale.ROOT),
        "PROPN",
        "NNP",
        "U-GPE",
        1,
        relation,
        null,
        null);
  }

  private static Country country(String code) {
    return COUNTRIES.stream().filter(c -> c.code().equals(code)).findFirst().orElseThrow();
  }

  private static List<CountryPair> pairs() {
    List<CountryPair> pairs = new ArrayList<>();
    for (int i = 0; i < COUNTRIES.size(); i++) {
      for (int j = i + 1; j < COUNTRIES.size(); j++) {
        pairs.add(CountryPair.of(COUNTRIES.get(i).code(), COUNTRIES.get(j).code()));
      }
    }
    return List.copyOf(pairs);
  }
}
