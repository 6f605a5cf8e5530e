/**
 * The list of what every transform before this one got wrong somewhere: one program per case, named
 * by its number.
 *
 * <p>The programs are resources, one file each, in a folder per section of the list. The head of a
 * file says what the case is about, what it writes to its trace and how it ends when nothing fails.
 * Each is run in both modes under every combination of what completes at once, what later and what
 * fails.
 */
@NullMarked
package dev.fermata.conformance;

import org.jspecify.annotations.NullMarked;
