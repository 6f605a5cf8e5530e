/** Reduces a failing program to a small one that fails in the same way. */
@NullMarked
package dev.fermata.fuzz.shrink;

import org.jspecify.annotations.NullMarked;
