/** The events of the JDK's Flight Recorder. It knows nothing of tasks but their names. */
@NullMarked
package dev.fermata.internal.flight;

import org.jspecify.annotations.NullMarked;
