/** The tree of a generated program: pieces of source text with typed slots, and how they print. */
@NullMarked
package dev.fermata.fuzz.program;

import org.jspecify.annotations.NullMarked;
