/** Everything that the runtime has, cancelled everywhere. */
@NullMarked
package dev.fermata.scenarios;

import org.jspecify.annotations.NullMarked;
