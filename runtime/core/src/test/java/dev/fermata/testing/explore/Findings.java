package dev.fermata.testing.explore;

/**
 * What an exploration has done.
 *
 * @param turns of the undisturbed run
 * @param moments of the undisturbed run in which something could happen
 * @param runs how often the scenario was run
 * @param landed how often something happened to a task
 */
public record Findings(int turns, int moments, int runs, int landed) {}
