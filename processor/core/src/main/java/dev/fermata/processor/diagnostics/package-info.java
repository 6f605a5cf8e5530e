/** What is said to users at compile time: names, severities, places, and when it is said. */
@NullMarked
package dev.fermata.processor.diagnostics;

import org.jspecify.annotations.NullMarked;
