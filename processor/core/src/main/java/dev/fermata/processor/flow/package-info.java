/**
 * What may be known at each place of a body, on all ways that lead there: a forward analysis of
 * attributed trees, as the JLS describes definite assignment (chapter 16) but along exceptions too.
 *
 * <p>In: a body and a {@link dev.fermata.processor.flow.Domain}, which says what is known and how
 * expressions change it. Out: calls of the domain, each with what is known there. Nothing in it
 * knows Fermata.
 */
@NullMarked
package dev.fermata.processor.flow;

import org.jspecify.annotations.NullMarked;
