package dev.fermata.processor.discovery;

import dev.fermata.processor.diagnostics.Problem;
import dev.fermata.processor.model.AsyncOwner;
import java.util.List;
import java.util.Optional;

/**
 * What discovery knows of a class with {@code @Async} methods.
 *
 * @param owner the class with its valid methods
 * @param obstacle why no subclass can be generated for it
 * @param problems what is wrong with single methods; the others are transformed nevertheless
 */
public record Finding(AsyncOwner owner, Optional<Problem> obstacle, List<Problem> problems) {
  public Finding {
    problems = List.copyOf(problems);
  }
}
