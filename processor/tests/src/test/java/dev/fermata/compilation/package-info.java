/** Runs javac with the processor, as tests need it. */
package dev.fermata.compilation;
