/** Follows a method through the passes of the processor, to show what comes out of each. */
@NullMarked
package dev.fermata.documentation.passes;

import org.jspecify.annotations.NullMarked;
