/** The command that runs the benchmarks. */
@NullMarked
package dev.fermata.samples.benchmarks;

import org.jspecify.annotations.NullMarked;
