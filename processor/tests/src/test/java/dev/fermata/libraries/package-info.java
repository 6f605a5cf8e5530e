/** Well-known libraries, compiled with the processor on the path: it is to leave them alone. */
@NullMarked
package dev.fermata.libraries;

import org.jspecify.annotations.NullMarked;
