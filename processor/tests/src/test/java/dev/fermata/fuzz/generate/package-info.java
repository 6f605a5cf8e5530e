/**
 * Makes random programs from a seed: one class per family of constructs, each of which says what it
 * can put at a place.
 *
 * <p>Programs are valid by construction (types, definite assignment, reachability, checked
 * exceptions) and end by construction (loops and recursion use up fuel).
 */
@NullMarked
package dev.fermata.fuzz.generate;

import org.jspecify.annotations.NullMarked;
