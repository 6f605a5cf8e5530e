package dev.fermata.processor.lowering;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The attributed text of one method: types, symbols and positions of its trees.
 *
 * <p>The tree API answers by path, so the paths of the method are gathered once.
 */
public final class Typed {
  private final Trees trees;
  private final Types types;
  private final Elements elements;
  private final CompilationUnitTree unit;
  private final String text;
  private final SourcePositions positions;
  private final HiddenTypes hidden;
  private final IdentityHashMap<Tree, TreePath> paths = new IdentityHashMap<>();

  /**
   * @param trees of the task that attributed the unit
   * @param text the text that was parsed
   * @param root the path of the method, or of anything around it
   * @param hidden what the generated class cannot name
   */
  public Typed(
      Trees trees,
      Types types,
      Elements elements,
      CompilationUnitTree unit,
      String text,
      TreePath root,
      HiddenTypes hidden) {
    this.hidden = hidden;
    this.trees = trees;
    this.types = types;
    this.elements = elements;
    this.unit = unit;
    this.text = text;
    this.positions = trees.getSourcePositions();
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
        if (tree == null) {
          return null;
        }
        paths.put(tree, new TreePath(getCurrentPath(), tree));
        return super.scan(tree, null);
      }
    }.scan(root, null);
    paths.put(root.getLeaf(), root);
  }

  /** The utilities for the types of this compilation. */
  public Types types() {
    return types;
  }

  /** The utilities for the elements of this compilation. */
  public Elements elements() {
    return elements;
  }

  /** What the generated class cannot name. */
  public HiddenTypes hidden() {
    return hidden;
  }

  /** The type of an expression, in its context; or the type that a type tree names. */
  public TypeMirror type(Tree tree) {
    TypeMirror type = trees.getTypeMirror(path(tree));
    return type != null ? type : types.getNoType(TypeKind.NONE);
  }

  /** What a name, a call or a declaration refers to, or null where it refers to nothing. */
  public @Nullable Element element(Tree tree) {
    return trees.getElement(path(tree));
  }

  /**
   * The way from the unit to a tree of the method.
   *
   * @throws IllegalArgumentException if the tree is not in this method
   */
  public TreePath path(Tree tree) {
    TreePath path = paths.get(tree);
    if (path == null) {
      throw new IllegalArgumentException("not in this method: " + tree.getKind());
    }
    return path;
  }

  /** The class that {@code tree} is in. */
  public Element enclosingClass(Tree tree) {
    TreePath path = path(tree);
    while (!(path.getLeaf() instanceof ClassTree)) {
      path = path.getParentPath();
    }
    return trees.getElement(path);
  }

  /** Whether one tree stands inside another one, or is it. */
  public boolean contains(Tree outer, Tree inner) {
    return start(outer) <= start(inner) && end(inner) <= end(outer);
  }

  /** The classes that {@code tree} is in, innermost first. */
  public List<TypeElement> enclosingClasses(Tree tree) {
    List<TypeElement> classes = new ArrayList<>();
    for (TreePath path = path(tree); path != null; path = path.getParentPath()) {
      if (path.getLeaf() instanceof ClassTree
          && trees.getElement(path) instanceof TypeElement around) {
        classes.add(around);
      }
    }
    return classes;
  }

  /**
   * The declaration of a class as its user wrote it, or null where it is in another file and only
   * its signatures are known.
   */
  public @Nullable ClassTree declaration(TypeElement type) {
    TreePath path = trees.getPath(type);
    return path != null && path.getCompilationUnit() == unit ? (ClassTree) path.getLeaf() : null;
  }

  /** Whether a class is in a source file of the compilation. */
  public boolean isSource(TypeElement type) {
    return trees.getPath(type) != null;
  }

  /** The tree around {@code tree}. */
  public Tree parent(Tree tree) {
    return path(tree).getParentPath().getLeaf();
  }

  /** The offset in the text where {@code tree} begins, or -1 if it is not written there. */
  public int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  /** The offset in the text behind the end of {@code tree}, or -1 if it is not written there. */
  public int end(Tree tree) {
    int end = (int) positions.getEndPosition(unit, tree);
    // To javac, the semicolon behind a resource that is a variable belongs to it.
    boolean andMore = tree instanceof ExpressionTree && end > 0 && text.charAt(end - 1) == ';';
    return andMore ? end - 1 : end;
  }

  /** The text of the whole unit, as it was parsed. */
  public String text() {
    return text;
  }

  /** The user's text of {@code tree}. */
  public String text(Tree tree) {
    return text.substring(start(tree), end(tree));
  }

  /**
   * Whether a tree stands in the text, and is not one that javac added: a default constructor, an
   * inferred type.
   */
  public boolean isWritten(@Nullable Tree tree) {
    if (tree == null || start(tree) < 0 || end(tree) <= start(tree)) {
      return false;
    }
    if (tree instanceof MethodTree method && method.getName().contentEquals("<init>")) {
      Element constructor = element(tree);
      return constructor == null || elements.getOrigin(constructor) == Elements.Origin.EXPLICIT;
    }
    return !text.startsWith("var", start(tree)) || !text(tree).equals("var");
  }

  /** Where the name of a declared variable begins. */
  public int nameStart(VariableTree tree) {
    int from = start(tree);
    Tree type = tree.getType();
    if (isWritten(type) && end(type) > from) {
      from = Math.max(from, end(type));
    } else if (start(tree.getModifiers()) >= 0) {
      from = Math.max(from, end(tree.getModifiers()));
    }
    return Lexemes.name(text, from, tree.getName());
  }

  /** Whether a tree is names with dots alone; {@code Outer<String>.Inner} is not. */
  public static boolean isName(Tree tree) {
    return tree instanceof MemberSelectTree select
        ? isName(select.getExpression())
        : tree instanceof IdentifierTree;
  }

  /** Whether a name begins with that of a package. */
  public boolean isQualified(MemberSelectTree tree) {
    Tree first = tree;
    while (first instanceof MemberSelectTree select) {
      first = select.getExpression();
    }
    return first instanceof IdentifierTree && element(first) instanceof PackageElement;
  }

  /** The line of the user's file on which {@code tree} begins, from 1. */
  public int line(Tree tree) {
    return (int) unit.getLineMap().getLineNumber(start(tree));
  }

  /** Whether {@code type} is a subtype of the class called {@code name}, which may be absent. */
  public boolean is(TypeMirror type, String name) {
    var element = elements.getTypeElement(name);
    return element != null
        && !type.getKind().isPrimitive()
        && type.getKind() != TypeKind.NULL
        && type.getKind() != TypeKind.VOID
        && type.getKind() != TypeKind.NONE
        && types.isSubtype(types.erasure(type), types.erasure(element.asType()));
  }
}
