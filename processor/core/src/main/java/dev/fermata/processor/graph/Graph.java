package dev.fermata.processor.graph;

import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The state graph of one body while it is made and refined. */
public final class Graph {
  private final List<Block> blocks = new ArrayList<>();
  private final List<Local> locals = new ArrayList<>();
  private final Map<VariableElement, Local> users = new LinkedHashMap<>();
  private final IdentityHashMap<Tree, Code> replacements = new IdentityHashMap<>();
  private final IdentityHashMap<Tree, Exit> exits = new IdentityHashMap<>();
  private final Map<LiftedClass, Local> scopes = new HashMap<>();
  private LiftedClasses lifted = new LiftedClasses();
  private final Block entry;

  /** A graph with an entry and nothing else. */
  public Graph() {
    entry = block(null);
  }

  /** Where the body begins. */
  public Block entry() {
    return entry;
  }

  /** A new block; blocks keep the order in which they are made. */
  public Block block(@Nullable Region region) {
    Block block = new Block(blocks.size(), region);
    blocks.add(block);
    return block;
  }

  /** A new block in the region of {@code block}, behind it. */
  Block blockAfter(Block block) {
    Block next = new Block(blocks.size(), block.region());
    blocks.add(blocks.indexOf(block) + 1, next);
    return next;
  }

  /** All blocks, in the order of the source; the list can be changed. */
  public List<Block> blocks() {
    return blocks;
  }

  /** All locals, in the order in which they were made. */
  public List<Local> locals() {
    return locals;
  }

  /** A new temporary. */
  public Local temporary(String wanted, TypeMirror type) {
    Local local = new Local(wanted, type);
    locals.add(local);
    return local;
  }

  /** Makes the local of a user's variable. */
  public Local declare(Local.Kind kind, VariableElement element, TypeMirror type) {
    Local local = new Local(kind, element, type);
    locals.add(local);
    users.put(element, local);
    return local;
  }

  /**
   * The local of a user's variable, or null where the variable is not one that the lowering keeps
   * track of.
   */
  public @Nullable Local local(@Nullable Object element) {
    return element instanceof VariableElement variable ? users.get(variable) : null;
  }

  /** The classes that have been lifted out of this body and of those around it. */
  public LiftedClasses lifted() {
    return lifted;
  }

  /** Shares the lifted classes of the body around this one. */
  public void inside(LiftedClasses around) {
    lifted = around;
  }

  /** Makes the local that holds the scope of a lifted class. */
  public Local scope(LiftedClass type, String wanted, TypeMirror object) {
    return add(new Local(Local.Kind.TEMPORARY, wanted, object, type));
  }

  /** Makes the parameter that brings the scope of a class of the body around this one. */
  public Local scopeFromOutside(Local around) {
    LiftedClass type = Objects.requireNonNull(around.scopeOf());
    return add(new Local(Local.Kind.PARAMETER, around.wanted(), around.type(), type));
  }

  private Local add(Local scope) {
    locals.add(scope);
    scopes.put(Objects.requireNonNull(scope.scopeOf()), scope);
    return scope;
  }

  /** The local that holds the scope of a lifted class, or null where it has none here. */
  public @Nullable Local scope(@Nullable LiftedClass type) {
    return type == null ? null : scopes.get(type);
  }

  /** What is written in the place of a tree inside text that is otherwise the user's own. */
  public IdentityHashMap<Tree, Code> replacements() {
    return replacements;
  }

  /** What is written in the place of a jump inside a statement that is otherwise the user's own. */
  public IdentityHashMap<Tree, Exit> exits() {
    return exits;
  }
}
