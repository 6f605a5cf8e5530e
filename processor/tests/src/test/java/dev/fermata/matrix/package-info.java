/**
 * The matrix: every construct of the language, with every subset of its operands awaited, under
 * every combination of what completes at once, what later and what fails.
 *
 * <p>Constructs are templates, bodies with holes, in text resources grouped by kind. From each
 * template one class is made, with one method per subset of the holes; all are run in both modes.
 */
@NullMarked
package dev.fermata.matrix;

import org.jspecify.annotations.NullMarked;
