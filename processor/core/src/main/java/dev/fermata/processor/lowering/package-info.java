/**
 * From the attributed trees of a body to a state graph: one class per construct, in Java's order of
 * evaluation.
 */
@NullMarked
package dev.fermata.processor.lowering;

import org.jspecify.annotations.NullMarked;
