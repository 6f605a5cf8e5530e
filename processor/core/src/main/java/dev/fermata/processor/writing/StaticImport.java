package dev.fermata.processor.writing;

import com.palantir.javapoet.ClassName;

/**
 * A static import that compiled code relies on.
 *
 * @param owner the class
 * @param member the name of its static member, or {@code *}
 */
public record StaticImport(ClassName owner, String member) {}
