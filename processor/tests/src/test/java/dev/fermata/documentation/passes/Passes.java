package dev.fermata.documentation.passes;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.analysis.Analysis;
import dev.fermata.processor.analysis.AnalyzedUnit;
import dev.fermata.processor.discovery.Discovery;
import dev.fermata.processor.environment.CompilerAccess;
import dev.fermata.processor.environment.JavacEnvironment;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Chunks;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Liveness;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Placement;
import dev.fermata.processor.graph.Simplifier;
import dev.fermata.processor.graph.Sizes;
import dev.fermata.processor.graph.Splitter;
import dev.fermata.processor.graph.StateOrder;
import dev.fermata.processor.graph.Terminator;
import dev.fermata.processor.lowering.Bodies;
import dev.fermata.processor.lowering.HiddenTypes;
import dev.fermata.processor.lowering.Spellings;
import dev.fermata.processor.lowering.Typed;
import dev.fermata.processor.model.AsyncMethod;
import dev.fermata.processor.model.AsyncOwner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A processor that takes the first {@code @Async} method of a compilation through the passes up to
 * the writing, as {@code FermataProcessor} does, and keeps what comes out of each as text.
 */
@SupportedAnnotationTypes("dev.fermata.annotations.*")
public final class Passes extends AbstractProcessor {
  private final Map<String, String> results = new LinkedHashMap<>();

  /** What came out, by the name of the pass. */
  public Map<String, String> results() {
    return results;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (results.isEmpty()
        && CompilerAccess.of(processingEnv) instanceof CompilerAccess.Supported javac) {
      run(javac.environment(), round);
    }
    return false;
  }

  private void run(JavacEnvironment javac, RoundEnvironment round) {
    javac.sourceTypes().add(round);
    Discovery discovery = new Discovery(javac.elements(), javac.types(), javac.trees());
    AsyncOwner owner = discovery.examine(discovery.ownersIn(round).get(0)).owner();
    AsyncMethod method = owner.methods().get(0);
    results.put("discovery", discovered(owner, method));
    CompilationUnitTree unit = javac.trees().getPath(owner.type()).getCompilationUnit();
    Analysis analysis = Analysis.of(javac, List.of(unit), Map.of());
    ExecutableElement element = analysis.counterpart(method.element()).orElseThrow();
    TreePath path = analysis.trees().getPath(element);
    AnalyzedUnit analyzed = analysis.unit(unit).orElseThrow();
    Typed typed =
        new Typed(
            analysis.trees(),
            analysis.types(),
            analysis.elements(),
            analyzed.tree(),
            analyzed.text(),
            path,
            new HiddenTypes(
                analysis.elements(),
                analysis.types(),
                (TypeElement) element.getEnclosingElement(),
                new Spellings(analysis.trees(), analysis.elements(), analyzed.tree())));
    MethodTree tree = (MethodTree) path.getLeaf();
    results.put("analysis", types(typed, tree));
    Graph graph =
        Bodies.method(typed, tree, method.kind(), method.resultType(), element.getParameters());
    results.put("lowering", new GraphText(typed, graph).blocks());
    refine(typed, graph);
  }

  private static String discovered(AsyncOwner owner, AsyncMethod method) {
    return """
        owner   %s
        writes  %s
        method  %s, a %s of %s
        names   %s, %s, %s"""
        .formatted(
            owner.type(),
            owner.generatedName(),
            method.element(),
            method.kind(),
            method.resultType(),
            method.frameName(),
            method.stepName(),
            method.bodyName());
  }

  /** The calls of a method with what they give. */
  private static String types(Typed typed, MethodTree method) {
    List<String> lines = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void p) {
        lines.add("%-32s %s".formatted(typed.text(call), typed.type(call)));
        return super.visitMethodInvocation(call, null);
      }
    }.scan(method.getBody(), null);
    return String.join("\n", lines);
  }

  /** As {@code Layout.of} does, with a look at what is there between the passes. */
  private void refine(Typed typed, Graph graph) {
    Simplifier.simplify(graph);
    Sizes sizes = new Sizes();
    Splitter.split(graph, sizes);
    results.put("simplification", new GraphText(typed, graph).blocks());
    Liveness liveness = new Liveness(graph, typed::element);
    results.put("liveness", live(graph, liveness));
    Placement placement = new Placement(graph, liveness, sizes);
    StateOrder order = new StateOrder(graph, placement);
    placement.place(new Chunks(graph, order, placement, liveness, sizes));
    results.put("placement", placed(graph, placement, order));
  }

  private static String live(Graph graph, Liveness liveness) {
    List<String> lines = new ArrayList<>();
    for (Block block : graph.blocks()) {
      lines.add("%-4s needs %s".formatted(block, names(liveness.liveIn(block))));
      if (block.terminator() instanceof Terminator.Await await) {
        lines.add(
            "     keeps %s while it waits".formatted(names(liveness.liveAcross(await.resume()))));
      }
    }
    return String.join("\n", lines);
  }

  private static String placed(Graph graph, Placement placement, StateOrder order) {
    List<String> lines = new ArrayList<>();
    for (Block block : graph.blocks()) {
      Block parent = placement.parent(block);
      lines.add(
          "%-4s %s"
              .formatted(block, parent == null ? "state " + order.number(block) : "in " + parent));
    }
    graph.locals().forEach(local -> lines.add("%-8s %s".formatted(local.wanted(), place(local))));
    return String.join("\n", lines);
  }

  private static String place(Local local) {
    if (local.inFrame() || local.kind() == Local.Kind.PARAMETER) {
      return "in the frame";
    }
    return local.hoisted() ? "at the head of the step method" : "where it is declared";
  }

  private static String names(Collection<Local> locals) {
    return locals.stream().map(Local::wanted).sorted().collect(Collectors.joining(", ", "{", "}"));
  }
}
