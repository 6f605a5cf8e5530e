package dev.fermata.processor;

import dev.fermata.processor.diagnostics.Reporter;
import dev.fermata.processor.environment.JavacEnvironment;

/**
 * One compilation, for as long as it lasts.
 *
 * @param javac the compiler
 * @param reporter where findings go
 * @param errors where failures of the processor go
 * @param files what was written
 * @param unconfirmed what was written without bodies
 */
record Compilation(
    JavacEnvironment javac,
    Reporter reporter,
    InternalErrors errors,
    GeneratedFiles files,
    Unconfirmed unconfirmed) {}
