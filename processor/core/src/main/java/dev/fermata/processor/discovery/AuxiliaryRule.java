package dev.fermata.processor.discovery;

import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.model.AsyncOwner;
import java.nio.file.Path;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/**
 * {@code AuxiliaryOwner}: the class, or the one that it is nested in, stands in the file that bears
 * its name. If not, javac's lint {@code auxiliaryclass} warns of each use in another file; in the
 * head of the generated class no annotation keeps it from that.
 */
final class AuxiliaryRule {
  private AuxiliaryRule() {}

  /** What there is to say about {@code type}, whose tree is at {@code path}. */
  static Optional<Finding> finding(TypeElement type, TreePath path) {
    String outermost = outermost(type).getSimpleName().toString();
    JavaFileObject file = path.getCompilationUnit().getSourceFile();
    if (file.isNameCompatible(outermost, JavaFileObject.Kind.SOURCE)) {
      return Optional.empty();
    }
    String message =
        "%s is in %s, so javac's lint auxiliaryclass, where it is on, warns of %s; move %1$s to %1$s.java"
            .formatted(
                outermost,
                Path.of(file.getName()).getFileName(),
                AsyncOwner.generatedNameOf(type).simpleName());
    return Optional.of(new Finding(DiagnosticName.AUXILIARY_OWNER, path, message));
  }

  private static TypeElement outermost(TypeElement type) {
    Element around = type.getEnclosingElement();
    return around instanceof TypeElement outer ? outermost(outer) : type;
  }
}
