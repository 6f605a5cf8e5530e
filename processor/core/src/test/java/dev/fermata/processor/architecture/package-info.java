/** Rules about the classes of the processor that the compiler does not hold. */
@NullMarked
package dev.fermata.processor.architecture;

import org.jspecify.annotations.NullMarked;
