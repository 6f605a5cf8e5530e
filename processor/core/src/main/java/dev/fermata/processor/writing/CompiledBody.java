package dev.fermata.processor.writing;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;

/**
 * What the body of one {@code @Async} method was compiled to.
 *
 * @param frame the expression that makes its frame out of the parameters, as the caller is to have
 *     it: {@code new Fetch$Frame(uri)}; {@code GeneratorMachine.generator(new Lines$Frame(uri))}
 * @param original the call that runs the user's body in original-body mode, where it is not simply
 *     {@code super.fetch(uri)}
 * @param members its step method, its frame class and what else it needs
 */
public record CompiledBody(CodeBlock frame, Optional<CodeBlock> original, Members members) {}
