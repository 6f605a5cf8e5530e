/** What the processor costs at compile time. */
@NullMarked
package dev.fermata.samples.benchmarks.compiling;

import org.jspecify.annotations.NullMarked;
