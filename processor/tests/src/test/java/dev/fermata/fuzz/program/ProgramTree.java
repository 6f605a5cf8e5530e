package dev.fermata.fuzz.program;

/**
 * A generated program.
 *
 * @param name simple name of its class, which is in the package {@code fuzz}
 * @param root the class
 * @param stub text of a class that stands for what the processor generates, where that does not run
 */
public record ProgramTree(String name, Node root, String stub) {
  private static final String HEADER =
      """
      package fuzz;

      import static dev.fermata.Coroutines.*;
      import static dev.fermata.fuzz.world.World.*;

      import dev.fermata.*;
      import dev.fermata.annotations.Async;
      import dev.fermata.fuzz.world.*;
      import java.util.*;
      import java.util.concurrent.CompletableFuture;
      import java.util.function.*;

      """;

  /** The compilation unit. */
  public String source() {
    return HEADER + root.source();
  }

  /** The unit of the class that stands for the generated one. */
  public String stubSource() {
    return HEADER + stub;
  }

  /** Qualified name of the class. */
  public String qualifiedName() {
    return "fuzz." + name;
  }

  /** The same program with another class body. */
  public ProgramTree withRoot(Node newRoot) {
    return new ProgramTree(name, newRoot, stub);
  }
}
