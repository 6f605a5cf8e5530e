package dev.fermata.processor.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.graph.Cases;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.LiftedClass;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.lowering.HiddenTypes;
import dev.fermata.processor.lowering.Typed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Writes code: the user's own text with the names, types and parts replaced that mean something
 * else in the new place.
 */
final class Renderer {
  /** A template for a call of a method of something. */
  private static final Pattern CALL = Pattern.compile("\\$L\\.\\w+\\(\\)");

  private final Typed typed;
  private final Graph graph;
  private final Surroundings surroundings;
  private final Denotable denotable;
  private final Names names;
  private final Map<Local, Code> inlined = new HashMap<>();
  private final Map<Local, String> copies = new HashMap<>();
  private final Set<Local> lateCopies = new HashSet<>();
  private Function<Exit, CodeBlock> exits =
      exit -> {
        throw new IllegalStateException("no jump is possible here");
      };
  private CodeBlock awaited = CodeBlock.of("awaited");
  private @Nullable DirectBody direct;
  private @Nullable LiftedClass inside;

  Renderer(Typed typed, Graph graph, Surroundings surroundings, Denotable denotable, Names names) {
    this.typed = typed;
    this.graph = graph;
    this.surroundings = surroundings;
    this.denotable = denotable;
    this.names = names;
  }

  Typed typed() {
    return typed;
  }

  Graph graph() {
    return graph;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Denotable denotable() {
    return denotable;
  }

  Names names() {
    return names;
  }

  /**
   * The name that a pattern gives to a variable which outlives the statement; it is copied from
   * there.
   */
  String bound(Local local) {
    return names.inner(local.name() + "$bound");
  }

  /** Writes the direct form of a body, in which the words of the language stay what they are. */
  void direct(DirectBody form) {
    direct = form;
  }

  /** The direct form that is being written, or null. */
  @Nullable DirectBody direct() {
    return direct;
  }

  /** Writes what stands in the scope of a lifted class; null ends that. */
  void inside(@Nullable LiftedClass scope) {
    inside = scope;
  }

  /** What a class has become if it is lifted, else null. */
  @Nullable LiftedClass lifted(TypeMirror type) {
    return type instanceof DeclaredType declared ? graph.lifted().of(declared.asElement()) : null;
  }

  /** The lifted class that has to be named through its scope here, or null. */
  @Nullable LiftedClass liftedElsewhere(@Nullable Element type) {
    LiftedClass lifted = graph.lifted().of(type);
    return lifted == null || lifted.equals(inside) ? null : lifted;
  }

  /** The members of a class that stand between two places. */
  CodeBlock classBody(int start, int end, ClassTree tree) {
    return Rewriter.ofClassBody(this, start, end, tree).code();
  }

  /** How jumps out of kept statements are written. */
  void exits(Function<Exit, CodeBlock> writer) {
    exits = writer;
  }

  CodeBlock exit(Exit exit) {
    return exits.apply(exit);
  }

  void awaited(String name) {
    awaited = CodeBlock.of("$L", name);
  }

  /** Writes {@code code} wherever {@code temporary} is used. */
  void inline(Local temporary, Code code) {
    inlined.put(temporary, code);
  }

  /**
   * Names the final copy that lambdas and classes use for a local from now on.
   *
   * @param late whether the copy is set where the local is, which is yet to come
   */
  void copy(Local local, String name, boolean late) {
    copies.put(local, name);
    if (late) {
      lateCopies.add(local);
    }
  }

  /** The scope of the copy has ended. */
  void endCopy(Local local) {
    copies.remove(local);
    lateCopies.remove(local);
  }

  /** The copy that has to be set together with a local, or null. */
  @Nullable String lateCopy(@Nullable Local local) {
    return local != null && lateCopies.contains(local) ? copies.get(local) : null;
  }

  /** What stands before the {@code =} where a local is set. */
  String target(Local local) {
    String copy = lateCopy(local);
    return copy == null ? local.name() : local.name() + " = " + copy;
  }

  @Nullable String copyOf(Local local) {
    return copies.get(local);
  }

  TypeName type(TypeMirror type) {
    return denotable.name(type);
  }

  TypeName type(Local local) {
    return denotable.name(local);
  }

  /**
   * Writes a piece of code, in parentheses where it is part of a larger expression and needs them.
   */
  CodeBlock code(Code code) {
    if (code instanceof Code.Source source) {
      Code replacement = replacement(source.tree());
      return replacement != null ? code(replacement) : text(source.tree());
    }
    if (code instanceof Code.Original original) {
      return text(original.tree());
    }
    if (code instanceof Code.Use use) {
      Code instead = inlined.get(use.local());
      return instead != null ? code(instead) : use(use.local());
    }
    if (code instanceof Code.Awaited value) {
      return awaited(value.type());
    }
    if (code instanceof Code.Operand operand) {
      boolean tight = isCast(operand.code()) || !isLoose(operand.code());
      return CodeBlock.of(tight ? "$L" : "($L)", code(operand.code()));
    }
    if (code instanceof Code.Store store) {
      return surroundings.store(this, store);
    }
    if (code instanceof Code.AssertionsEnabled) {
      return surroundings.assertionsEnabled();
    }
    if (code instanceof Code.IsInstance test) {
      return isInstance(test);
    }
    if (code instanceof Code.ClassLiteral literal) {
      return classLiteral(literal.type());
    }
    if (code instanceof Code.NewScope made) {
      return newScope(made.lifted());
    }
    return template((Code.Template) code);
  }

  @Nullable Code replacement(Tree tree) {
    return graph.replacements().get(tree);
  }

  private CodeBlock use(Local local) {
    if (local.type().getKind() == TypeKind.NULL) {
      return CodeBlock.of("null"); // there is no type for a variable of which this is the value
    }
    HiddenBindings bindings = surroundings.hidden().bindings();
    if (!local.hoisted() && bindings.has(local.element())) {
      return bindings.value(local.element(), local.name());
    }
    return local.hoisted() && local.type() instanceof IntersectionType type
        ? CodeBlock.of("(($L) $L)", cast(type), local.name())
        : CodeBlock.of("$L", local.name());
  }

  /**
   * A type as it is cast to: one of several parts is cast to as a whole, so that the members of all
   * its parts are there. Nothing but itself can be said of a type variable.
   */
  CodeBlock cast(TypeMirror type) {
    boolean whole = !typed.hidden().mentions(type);
    return whole && type instanceof IntersectionType intersection
        ? denotable.parts(intersection).stream()
            .map(bound -> CodeBlock.of("$T", type(bound)))
            .collect(CodeBlock.joining(" & "))
        : CodeBlock.of("$T", type(type));
  }

  private CodeBlock awaited(TypeMirror type) {
    return type(type).equals(ClassName.OBJECT)
        ? awaited
        : CodeBlock.of("($L) $L", cast(type), awaited);
  }

  private CodeBlock isInstance(Code.IsInstance test) {
    CodeBlock value = code(test.value());
    return surroundings.hidden().isHidden(test.type())
        ? surroundings.hidden().isInstance(test.type(), value)
        : CodeBlock.of("$L instanceof $T", value, type(test.type()));
  }

  /** What {@code instanceof} tests: javac breaks down where that is cast to several types. */
  CodeBlock tested(Code value) {
    if (value instanceof Code.Use use && use.local().type() instanceof IntersectionType) {
      Code instead = inlined.get(use.local());
      return instead != null ? tested(instead) : CodeBlock.of("$L", use.local().name());
    }
    return value instanceof Code.Awaited part && part.type() instanceof IntersectionType
        ? awaited
        : code(value);
  }

  private CodeBlock classLiteral(TypeMirror type) {
    return typed.types().asElement(type) instanceof TypeElement element
            && HiddenTypes.isLocal(element)
        ? CodeBlock.of("$T.class", denotable.className(element))
        : surroundings.hidden().literal(type);
  }

  private CodeBlock newScope(LiftedClass type) {
    CodeBlock captured =
        type.captured().stream()
            .filter(local -> !LiftedClassWriter.isConstant(local))
            .map(local -> code(Code.use(local)))
            .collect(CodeBlock.joining(", "));
    return CodeBlock.of("new $T($L)", denotable.scope(type), captured);
  }

  private CodeBlock template(Code.Template template) {
    CodeBlock.Builder written = CodeBlock.builder();
    String[] parts = template.format().split("\\$L", -1);
    for (int i = 0; i < parts.length; i++) {
      written.add("$L", parts[i]);
      if (i < template.arguments().size()) {
        boolean receiver = parts[i + 1].startsWith(".") || parts[i + 1].startsWith("[");
        written.add(argument(template.arguments().get(i), receiver));
      }
    }
    return written.build();
  }

  private CodeBlock argument(Object argument, boolean receiver) {
    if (argument instanceof Code inner) {
      CodeBlock written = code(inner);
      return receiver && isLoose(inner) ? CodeBlock.of("($L)", written) : written;
    }
    if (receiver && argument instanceof DeclaredType type) {
      return surroundings.scope().receiver(ClassName.get((TypeElement) type.asElement()));
    }
    return argument instanceof TypeMirror type ? cast(type) : CodeBlock.of("$L", argument);
  }

  /** Whether code binds so loosely that it needs parentheses where a member of it is named. */
  boolean isLoose(Code code) {
    if (code instanceof Code.Source source) {
      Code replacement = replacement(source.tree());
      return replacement != null ? isLoose(replacement) : isLoose(source.tree());
    }
    if (code instanceof Code.Original original) {
      return isLoose(original.tree());
    }
    if (code instanceof Code.Use use) {
      Code instead = inlined.get(use.local());
      return instead != null && isLoose(instead);
    }
    if (code instanceof Code.Template template) {
      return !CALL.matcher(template.format()).matches();
    }
    return !(code instanceof Code.AssertionsEnabled);
  }

  /** Whether code is written as a cast, which binds tighter than every operator. */
  boolean isCast(Code code) {
    if (code instanceof Code.Source source) {
      Code replacement = replacement(source.tree());
      return replacement != null && isCast(replacement);
    }
    if (code instanceof Code.Use use) {
      Code instead = inlined.get(use.local());
      return instead != null && isCast(instead);
    }
    return code instanceof Code.Awaited;
  }

  private static boolean isLoose(Tree tree) {
    return switch (tree.getKind()) {
      case IDENTIFIER,
          MEMBER_SELECT,
          METHOD_INVOCATION,
          PARENTHESIZED,
          ARRAY_ACCESS,
          NEW_CLASS,
          STRING_LITERAL ->
          false;
      default -> true;
    };
  }

  /** The user's text of {@code tree}, whatever replaces the tree as a whole. */
  CodeBlock text(Tree tree) {
    Rewriter rewriter = new Rewriter(this, tree, typed.start(tree), typed.end(tree));
    return rewriter.code();
  }

  /** The user's text between two places, with the edits of {@code trees} that lie there. */
  CodeBlock text(int start, int end, Iterable<? extends Tree> trees) {
    Rewriter rewriter = new Rewriter(this, trees, start, end);
    return rewriter.code();
  }

  /**
   * The label of a case, as the user wrote it, with its guard or without.
   *
   * @param first what must hold before the user's guard is asked, or null
   */
  CodeBlock label(CaseTree tree, boolean guarded, @Nullable CodeBlock first) {
    ExpressionTree guard = guarded ? Cases.guard(tree) : null;
    CodeBlock label = Rewriter.ofLabel(this, tree, guard, first).code();
    if (first == null) {
      return label;
    }
    boolean asks = surroundings.hidden().cases().isGuarded(typed, tree);
    return guard == null
        ? CodeBlock.of(asks ? "$L && $L" : "$L when $L", label, first)
        : CodeBlock.of("$L)", label);
  }

  ClassName generated() {
    return surroundings.generated();
  }
}
