package org.tensiometer.app.report;

import java.util.Collection;
import java.util.Map;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;

/**
 * What an input came to.
 *
 * @param claims coded claims of the input's articles
 * @param deadLettered claims of the input that could not be processed
 * @param latest newest indicator of each pair, by pair
 * @param alerts open alerts
 */
public record RunOutcome(
    Collection<CodedClaim> claims,
    int deadLettered,
    Map<String, TensionIndicator> latest,
    Collection<TensionAlert> alerts) {}
