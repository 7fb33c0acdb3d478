package org.tensiometer.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.Direction;

class DyadsTest {

  @Test
  void shouldPairEachSourceWithEachTargetInItsDirection() {
    List<Dyad> dyads = Dyads.of(actors("USA", "KOR"), actors("PRK"), false);

    assertThat(dyads)
        .containsExactly(
            new Dyad(CountryPair.of("KOR", "PRK"), Direction.A_TO_B),
            new Dyad(CountryPair.of("PRK", "USA"), Direction.B_TO_A));
  }

  @Test
  void shouldPairAllPartiesOfAReciprocalActBothWays() {
    List<Dyad> dyads = Dyads.of(actors("NOR", "SWE"), actors("FIN"), true);

    assertThat(dyads).hasSize(3).allMatch(dyad -> dyad.direction() == Direction.BOTH);
  }

  @Test
  void shouldFormNoPairWithAnOrganisation() {
    assertThat(Dyads.of(actors("NATO"), actors("RUS"), false)).isEmpty();
  }

  @Property
  void shouldNameEachPairOnceAndNeverACountryWithItself(
      @ForAll("parties") List<String> source,
      @ForAll("parties") List<String> target,
      @ForAll boolean reciprocal) {
    List<Dyad> dyads =
        Dyads.of(
            actors(source.toArray(String[]::new)),
            actors(target.toArray(String[]::new)),
            reciprocal);

    List<CountryPair> pairs = dyads.stream().map(Dyad::pair).toList();
    assertThat(pairs).doesNotHaveDuplicates().isSorted();
    Set<String> named =
        pairs.stream().flatMap(p -> List.of(p.a(), p.b()).stream()).collect(Collectors.toSet());
    Set<String> given = new HashSet<>(source);
    given.addAll(target);
    assertThat(given).containsAll(named);
  }

  @Provide
  Arbitrary<List<String>> parties() {
    return Arbitraries.of("NOR", "SWE", "FIN", "DNK", "UNO").list().ofMaxSize(4);
  }

  private static List<Actor> actors(String... codes) {
    return List.of(codes).stream().map(code -> new Actor(code, 0, 3, code, null, "test")).toList();
  }
}
