package dev.fermata.processor.discovery;

import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.model.AsyncOwner;
import java.util.List;
import java.util.Optional;

/**
 * What discovery knows of a class with {@code @Async} methods.
 *
 * @param owner the class with its valid methods
 * @param obstacle why no subclass can be generated for it
 * @param nameIsFree whether a class of the generated name can be written
 * @param findings what else there is to say: what is wrong with single methods, where the others
 *     are transformed nevertheless, or with the place of the class
 */
public record Candidate(
    AsyncOwner owner, Optional<Finding> obstacle, boolean nameIsFree, List<Finding> findings) {
  public Candidate {
    findings = List.copyOf(findings);
  }
}
