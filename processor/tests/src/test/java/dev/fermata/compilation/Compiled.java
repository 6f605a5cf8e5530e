package dev.fermata.compilation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a compilation came to.
 *
 * @param success whether it succeeded
 * @param messages what the compiler said, in its order
 * @param generated the generated source files by their paths
 * @param classes where the class files are
 */
public record Compiled(
    boolean success, List<Message> messages, Map<String, String> generated, Path classes) {}
