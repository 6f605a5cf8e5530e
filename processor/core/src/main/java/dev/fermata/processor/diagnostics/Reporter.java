package dev.fermata.processor.diagnostics;

import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Says problems at their trees, each once.
 *
 * <p>An error that a processor reports in a round ends the compilation before any body is
 * attributed, and the user does not see what else is wrong. Therefore what is found in a round is
 * {@linkplain #hold held} where the generated class can be had in spite of it, and said when javac
 * has attributed the class that it is about, together with javac's own errors.
 */
public final class Reporter {
  private final Trees trees;
  private final Severities severities;
  private final Suppressions suppressions;
  private final List<Problem> held = new ArrayList<>();
  private final IdentityHashMap<Tree, Set<DiagnosticName>> said = new IdentityHashMap<>();

  /** A reporter to the messages of this compilation. */
  public Reporter(Trees trees, Severities severities) {
    this.trees = trees;
    this.severities = severities;
    this.suppressions = new Suppressions(trees);
  }

  /** Keeps a problem until {@link #release} says it. */
  public void hold(Problem problem) {
    held.add(problem);
  }

  /**
   * Says the held problems at trees below {@code top} and the {@code found} ones, by their place.
   */
  public void release(Tree top, List<Problem> found) {
    List<Problem> due = new ArrayList<>(found);
    due.addAll(take(problem -> isBelow(problem.at(), top)));
    say(due);
  }

  /** Says all that is still held, because nothing will be attributed any more. */
  public void releaseAll() {
    say(take(problem -> true));
  }

  /** Says a problem now. */
  public void say(Problem problem) {
    Severity severity = severities.of(problem.name());
    if (severity == Severity.OFF || suppressions.suppresses(problem) || !saidFirst(problem)) {
      return;
    }
    trees.printMessage(
        severity.kind(),
        problem.message() + " [" + problem.name().text() + "]",
        problem.at().getLeaf(),
        problem.at().getCompilationUnit());
  }

  private void say(List<Problem> problems) {
    SourcePositions positions = trees.getSourcePositions();
    problems.sort(
        Comparator.comparingLong(
            problem ->
                positions.getStartPosition(
                    problem.at().getCompilationUnit(), problem.at().getLeaf())));
    problems.forEach(this::say);
  }

  private boolean saidFirst(Problem problem) {
    return said.computeIfAbsent(problem.at().getLeaf(), tree -> new HashSet<>())
        .add(problem.name());
  }

  private List<Problem> take(Predicate<Problem> which) {
    List<Problem> taken = new ArrayList<>(held.stream().filter(which).toList());
    held.removeAll(taken);
    return taken;
  }

  private static boolean isBelow(TreePath path, Tree top) {
    for (Tree tree : path) {
      if (tree == top) {
        return true;
      }
    }
    return false;
  }
}
