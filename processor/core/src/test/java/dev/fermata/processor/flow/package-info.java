/** The analysis of ways against programs that are run on all of them. */
@NullMarked
package dev.fermata.processor.flow;

import org.jspecify.annotations.NullMarked;
