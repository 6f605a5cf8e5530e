package dev.fermata.processor.analysis;

import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Finds the errors of the user among those of the private compiler. */
final class Problems {
  /** Lombok's {@code @SneakyThrows} takes them away, and the outer compiler judges them anyway. */
  private static final Set<String> IGNORED =
      Set.of(
          "compiler.err.unreported.exception.need.to.catch.or.throw",
          "compiler.err.unreported.exception.default.constructor",
          "compiler.err.unreported.exception.implicit.close");

  private final List<AnalyzedUnit> units;
  private final List<PrivateFile> files;

  Problems(List<AnalyzedUnit> units, List<PrivateFile> files) {
    this.units = units;
    this.files = files;
  }

  List<Problem> of(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    List<Problem> problems = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
      int unit = files.indexOf(diagnostic.getSource());
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR
          && unit >= 0
          && !IGNORED.contains(diagnostic.getCode())) {
        addTo(problems, diagnostic, units.get(unit));
      }
    }
    problems.sort(
        Comparator.comparingInt((Problem problem) -> units.indexOf(problem.unit()))
            .thenComparingInt(Problem::offset));
    return problems;
  }

  private static void addTo(
      List<Problem> problems, Diagnostic<? extends JavaFileObject> diagnostic, AnalyzedUnit unit) {
    Optional<Tree> emitted = EmitErrors.misfitAt(unit, diagnostic);
    int position =
        emitted.map(unit.attribution()::start).orElseGet(() -> (int) diagnostic.getPosition());
    if (position >= 0 && unit.isInserted(position)) {
      return;
    }
    int offset = position < 0 ? -1 : unit.originalOffset(position);
    LineMap lines = unit.tree().getLineMap();
    int line = position < 0 ? -1 : (int) lines.getLineNumber(position);
    int column =
        position < 0 ? -1 : offset - unit.originalOffset((int) lines.getStartPosition(line)) + 1;
    problems.add(
        new Problem(
            unit,
            emitted.map(it -> EmitErrors.kind(unit, it)).orElse(Problem.Kind.ERROR),
            offset,
            line,
            column,
            diagnostic.getCode(),
            emitted
                .map(it -> EmitErrors.reason(unit, it, messageOf(diagnostic)))
                .orElseGet(() -> messageOf(diagnostic))));
  }

  private static String messageOf(Diagnostic<? extends JavaFileObject> diagnostic) {
    return diagnostic.getMessage(Locale.getDefault());
  }
}
