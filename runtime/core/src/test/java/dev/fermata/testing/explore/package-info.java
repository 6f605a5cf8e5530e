/**
 * Attacks a program on a virtual clock: it is run again and again, each time cancelled, or out of
 * time, or scheduled in another way, at another place; after each run it is checked that nothing
 * was lost. {@link dev.fermata.testing.explore.CancelEverywhere} is the entry.
 *
 * <p>It needs nothing of JUnit: it throws an {@link java.lang.AssertionError}.
 */
@NullMarked
package dev.fermata.testing.explore;

import org.jspecify.annotations.NullMarked;
