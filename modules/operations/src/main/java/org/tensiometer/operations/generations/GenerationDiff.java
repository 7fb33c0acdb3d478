package org.tensiometer.operations.generations;

import java.util.List;
import java.util.Set;

/**
 * What two generations say differently.
 *
 * @param same number of (pair, day) of which both say the same
 * @param changed the others, those whose level moves most first
 * @param lexiconsOfLive versions that the live claims were coded with
 * @param lexiconsOfReplayed those of the replayed
 * @param enginesOfLive names and versions of what analysed the texts of the live claims
 * @param enginesOfReplayed those of the replayed
 * @param claims number of claims that are coded differently
 * @param alertsOnlyLive ids of open alerts that the replayed generation does not have
 * @param alertsOnlyReplayed ids of open alerts that only it has
 */
public record GenerationDiff(
    int same,
    List<ChangedDay> changed,
    Set<String> lexiconsOfLive,
    Set<String> lexiconsOfReplayed,
    Set<String> enginesOfLive,
    Set<String> enginesOfReplayed,
    int claims,
    Set<String> alertsOnlyLive,
    Set<String> alertsOnlyReplayed) {}
