/**
 * Compiles generated programs, runs them in both modes under several masks, and says how each
 * fared.
 */
@NullMarked
package dev.fermata.fuzz.trial;

import org.jspecify.annotations.NullMarked;
