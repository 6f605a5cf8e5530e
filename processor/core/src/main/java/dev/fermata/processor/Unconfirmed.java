package dev.fermata.processor;

import com.sun.source.util.Trees;
import dev.fermata.processor.analysis.Problem;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.model.AsyncOwner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * The classes that were generated without bodies because of errors that javac is expected to report
 * as well. If javac comes to write such a class it has found none: then they are said here, so that
 * no program is built that fails when it runs.
 */
final class Unconfirmed {
  private final Map<String, Finding> expected = new HashMap<>();
  private final Trees trees;

  Unconfirmed(Trees trees) {
    this.trees = trees;
  }

  /** Expects javac to report at least one of these, or the processor to have reported something. */
  void expect(AsyncOwner owner, List<Problem> problems) {
    String first =
        problems.stream()
            .findFirst()
            .map(problem -> ": line " + problem.line() + ": " + problem.message())
            .orElse("");
    String message =
        "%s lacks bodies because of an error that javac does not find%s"
            .formatted(owner.generatedName().simpleName(), first);
    expected.put(
        owner.generatedName().canonicalName(),
        Finding.failure(trees.getPath(owner.type()), message));
  }

  /** What has to be said before this class is written; at most once. */
  Optional<Finding> take(TypeElement generated) {
    return Optional.ofNullable(expected.remove(generated.getQualifiedName().toString()));
  }
}
