/** What the private compiler knows, and that the outer one does not notice it. */
@NullMarked
package dev.fermata.processor.analysis;

import org.jspecify.annotations.NullMarked;
