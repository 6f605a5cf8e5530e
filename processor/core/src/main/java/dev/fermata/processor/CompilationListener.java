package dev.fermata.processor;

import com.sun.source.tree.Tree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import dev.fermata.processor.checks.Checks;
import dev.fermata.processor.environment.JavacEnvironment;
import javax.lang.model.element.TypeElement;

/** What happens after annotation processing: checks of what javac has attributed. */
final class CompilationListener implements TaskListener {
  private final Compilation compilation;
  private final Checks checks;

  CompilationListener(Compilation compilation) {
    this.compilation = compilation;
    JavacEnvironment javac = compilation.javac();
    this.checks =
        Checks.ofAllCode(
            javac.trees(), javac.elements(), javac.types(), compilation.reporter()::isOn);
  }

  @Override
  public void started(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    if (event.getKind() == TaskEvent.Kind.GENERATE && type != null) {
      compilation.unconfirmed().take(type).ifPresent(compilation.reporter()::say);
    }
  }

  @Override
  public void finished(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    if (event.getKind() == TaskEvent.Kind.ANALYZE && type != null) {
      analyzed(event, type);
    }
    if (event.getKind() == TaskEvent.Kind.COMPILATION) {
      compilation.reporter().releaseAll();
    }
  }

  private void analyzed(TaskEvent event, TypeElement type) {
    Tree tree = compilation.javac().trees().getTree(type);
    if (tree == null || compilation.files().contain(type)) {
      return;
    }
    try {
      TreePath path = new TreePath(new TreePath(event.getCompilationUnit()), tree);
      compilation.reporter().release(tree, checks.findings(path));
    } catch (RuntimeException | StackOverflowError failure) {
      compilation.errors().say(failure, type);
    }
  }
}
