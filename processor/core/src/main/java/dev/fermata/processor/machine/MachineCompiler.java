package dev.fermata.processor.machine;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.lowering.Bodies;
import dev.fermata.processor.lowering.HiddenTypes;
import dev.fermata.processor.lowering.Spellings;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.model.AsyncMethod;
import dev.fermata.processor.model.AsyncOwner;
import dev.fermata.processor.model.BodyKind;
import dev.fermata.processor.model.RuntimeNames;
import dev.fermata.processor.writing.BodyCompiler;
import dev.fermata.processor.writing.CompiledBody;
import dev.fermata.processor.writing.Members;
import dev.fermata.processor.writing.NamesInScope;
import dev.fermata.processor.writing.StaticImport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Compiles bodies to machines: lowering, state graph, step method and frame.
 *
 * <p>In: the owner as the analysis attributed it. Out: members of the generated class.
 */
public final class MachineCompiler implements BodyCompiler {
  private final Trees trees;
  private final Types types;
  private final Elements elements;
  private final CompilationUnitTree unit;
  private final String text;
  private final String file;
  private final AsyncOwner owner;
  private final Audience audience;
  private final Set<String> declaredNames;
  private final NamesInScope scope;
  private final HiddenTypes hidden;
  private final StandIns standIns;
  private final Handles handles;

  /**
   * @param text the text from which {@code unit} was parsed
   * @param file the name of the user's file, for await stacks
   * @param owner of the same task as {@code unit}
   * @param audience is told what became of each body
   */
  public MachineCompiler(
      Trees trees,
      Types types,
      Elements elements,
      CompilationUnitTree unit,
      String text,
      String file,
      AsyncOwner owner,
      Audience audience) {
    this.audience = audience;
    this.trees = trees;
    this.types = types;
    this.elements = elements;
    this.unit = unit;
    this.text = text;
    this.file = file;
    this.owner = owner;
    this.declaredNames = DeclaredNames.in(elements, trees, owner);
    this.scope = NamesInScope.of(elements, owner).and(declaredNames);
    this.hidden =
        new HiddenTypes(elements, types, owner.type(), new Spellings(trees, elements, unit));
    this.standIns = new StandIns(types, owner.type(), hidden);
    this.handles = new Handles(types, elements, owner.type(), scope, standIns);
  }

  /**
   * Compiles a body.
   *
   * @throws dev.fermata.processor.lowering.Untransformable for a construct that cannot be
   *     transformed
   */
  @Override
  public Optional<CompiledBody> compile(AsyncMethod method) {
    TreePath path = trees.getPath(method.element());
    MethodTree tree = (MethodTree) path.getLeaf();
    Typed typed = new Typed(trees, types, elements, unit, text, path, hidden);
    StandInChecks.check(typed, standIns, tree.getBody());
    PrivateConstructors.check(typed, tree.getBody());
    List<? extends VariableElement> parameters = method.element().getParameters();
    Graph graph = Bodies.method(typed, tree, method.kind(), method.resultType(), parameters);
    List<MethodSpec> methods = new ArrayList<>();
    List<TypeSpec> frames = new ArrayList<>();
    List<FieldSpec> constants = new ArrayList<>();
    Intersections intersections = Intersections.of(typed, standIns, tree.getBody(), graph);
    List<TypeVariableName> typeVariables = new ArrayList<>();
    typeVariables.addAll(standIns.declarations(standIns.of(typed, tree)));
    typeVariables.addAll(intersections.declarations());
    method.element().getTypeParameters().forEach(v -> typeVariables.add(TypeVariableName.get(v)));
    Subject subject =
        new Subject(
            method.stem(),
            method.name(),
            file,
            method.kind(),
            method.resultType(),
            typeVariables,
            method.isStatic(),
            tree.getBody());
    AsyncBlockWriter blocks = new AsyncBlockWriter(typed, subject, methods, frames, constants);
    Surroundings surroundings =
        new Surroundings(
            owner.type(),
            owner.generatedName(),
            scope,
            new PrivateAccess(owner, handles),
            blocks,
            handles::assertionsEnabled,
            new HiddenAccess(handles, standIns, intersections, typed, tree.getBody()),
            audience);
    blocks.inside(surroundings);
    new BodyWriter(typed, surroundings, subject, graph).write(methods, frames, constants);
    Optional<CodeBlock> original = Optional.empty();
    if (DirectBody.isNeeded(typed, tree.getBody())) {
      methods.add(DirectBody.write(typed, surroundings, subject, method, tree));
      original =
          Optional.of(CodeBlock.of("$L($L)", DirectBody.name(method), arguments(parameters)));
    }
    List<StaticImport> imports =
        surroundings.imports().stream()
            .map(needed -> new StaticImport(needed.owner(), needed.name()))
            .toList();
    return Optional.of(
        new CompiledBody(
            creation(method, subject), original, new Members(constants, methods, frames, imports)));
  }

  private CodeBlock creation(AsyncMethod method, Subject subject) {
    CodeBlock creation =
        CodeBlock.of(
            subject.typeVariables().isEmpty() ? "new $T($L)" : "new $T<>($L)",
            ClassName.get("", subject.frame()),
            arguments(method.element().getParameters()));
    return method.kind() == BodyKind.GENERATOR
        ? CodeBlock.of("$L.generator($L)", scope.receiver(RuntimeNames.GENERATOR_MACHINE), creation)
        : creation;
  }

  private static CodeBlock arguments(List<? extends VariableElement> parameters) {
    return parameters.stream()
        .map(parameter -> CodeBlock.of("$L", parameter.getSimpleName()))
        .collect(CodeBlock.joining(", "));
  }

  @Override
  public Set<String> declaredNames() {
    return declaredNames;
  }

  @Override
  public Members shared() {
    return handles.members();
  }
}
