/** Rules about the classes of the runtime that the compiler does not hold. */
@NullMarked
package dev.fermata.architecture;

import org.jspecify.annotations.NullMarked;
