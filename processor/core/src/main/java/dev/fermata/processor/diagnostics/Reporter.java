package dev.fermata.processor.diagnostics;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.tools.Diagnostic;

/**
 * Says findings at their trees, each once.
 *
 * <p>An error that a processor reports in a round ends the compilation before any body is
 * attributed, and the user does not see what else is wrong. Therefore what is found in a round is
 * {@linkplain #hold held} where the generated class can be had in spite of it, and said when javac
 * has attributed the class that it is about, together with javac's own errors.
 */
public final class Reporter {
  private static final Optional<DiagnosticName> UNTRANSFORMABLE =
      Optional.of(DiagnosticName.UNTRANSFORMABLE);

  private final Trees trees;
  private final Severities severities;
  private final Suppressions suppressions;
  private final List<Finding> held = new ArrayList<>();
  private final IdentityHashMap<Tree, Set<Optional<DiagnosticName>>> said = new IdentityHashMap<>();

  /** A reporter to the messages of this compilation. */
  public Reporter(Trees trees, Severities severities) {
    this.trees = trees;
    this.severities = severities;
    this.suppressions = new Suppressions(trees);
  }

  /** Keeps a finding until it is released. */
  public void hold(Finding finding) {
    held.add(finding);
  }

  /** Keeps a finding on which there can be no body, even where the diagnostic is switched off. */
  public void holdAlsoAsFailure(Finding finding) {
    hold(finding);
    hold(Finding.failure(finding.at(), finding.message()));
  }

  /**
   * Says the held findings at trees below {@code top} and the {@code more} ones, by their place.
   */
  public void release(Tree top, List<Finding> more) {
    List<Finding> due = new ArrayList<>(more);
    due.addAll(take(finding -> isBelow(finding.at(), top)));
    sayAll(due);
  }

  /** Says all that is still held, because nothing will be attributed any more. */
  public void releaseAll() {
    sayAll(take(finding -> true));
  }

  /** Says a finding now. */
  public void say(Finding finding) {
    severityOf(finding).kind().filter(kind -> isNew(finding)).ifPresent(kind -> say(finding, kind));
  }

  private void say(Finding finding, Diagnostic.Kind kind) {
    String suffix = finding.name().map(name -> " [" + name.text() + "]").orElse("");
    trees.printMessage(
        kind,
        finding.message() + suffix,
        finding.at().getLeaf(),
        finding.at().getCompilationUnit());
  }

  private void sayAll(List<Finding> findings) {
    List<Finding> inOrder = new ArrayList<>(findings);
    inOrder.removeIf(finding -> isFailureByError(finding, findings));
    inOrder.sort(Comparator.comparingLong(this::startOf));
    inOrder.forEach(this::say);
  }

  /** A body with an error of the user may well be more than the processor can do. */
  private boolean isFailureByError(Finding finding, List<Finding> all) {
    return (finding.name().isEmpty() || finding.name().equals(UNTRANSFORMABLE))
        && all.stream()
            .filter(other -> other.name().isPresent() && !other.name().equals(finding.name()))
            .filter(other -> severityOf(other) == Severity.ERROR)
            .anyMatch(other -> other.method() == finding.method());
  }

  private long startOf(Finding finding) {
    return trees
        .getSourcePositions()
        .getStartPosition(finding.at().getCompilationUnit(), finding.at().getLeaf());
  }

  /** Whether a diagnostic is reported where no declaration suppresses it. */
  public boolean isOn(DiagnosticName name) {
    return severities.of(name) != Severity.OFF;
  }

  /** What a finding weighs where it is. */
  public Severity severityOf(Finding finding) {
    return finding
        .name()
        .map(name -> suppressions.suppress(name, finding.at()) ? Severity.OFF : severities.of(name))
        .orElse(Severity.ERROR);
  }

  private boolean isNew(Finding finding) {
    return said.computeIfAbsent(finding.at().getLeaf(), tree -> new HashSet<>())
        .add(finding.name());
  }

  private List<Finding> take(Predicate<Finding> which) {
    List<Finding> taken = held.stream().filter(which).toList();
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
