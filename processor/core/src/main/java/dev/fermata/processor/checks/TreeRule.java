package dev.fermata.processor.checks;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A rule about trees of certain kinds, wherever in the code of the compilation they stand.
 *
 * <p>It sees all of them, most of which have nothing to do with Fermata: what it asks first has to
 * cost nothing. Trees may lack symbols and types where the user's code has errors.
 */
interface TreeRule {
  /** What it reports. Where all of that is switched off it is not asked. */
  Set<DiagnosticName> names();

  /** The kinds of trees that it wants to see. */
  Set<Tree.Kind> kinds();

  /** Looks at one of them. */
  void check(TreePath path, Consumer<Finding> findings);
}
