package dev.fermata.processor.discovery;

import com.palantir.javapoet.ClassName;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Finding;
import dev.fermata.processor.model.AsyncMethod;
import dev.fermata.processor.model.AsyncOwner;
import dev.fermata.processor.model.BodyKind;
import dev.fermata.processor.model.RuntimeNames;
import dev.fermata.processor.model.TakenStems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Finds the classes with {@code @Async} methods and judges whether they can be what they want to
 * be.
 */
public final class Discovery {
  private final Elements elements;
  private final Trees trees;
  private final Completeness completeness;
  private final LombokWork lombok;
  private final ReturnTypes returnTypes;
  private final OwnerRule ownerRule;
  private final SignatureRule signatureRule;
  private final GeneratedNames generatedNames;

  /** Looks at the elements of this compilation. */
  public Discovery(Elements elements, Types types, Trees trees) {
    this.elements = elements;
    this.trees = trees;
    this.completeness = new Completeness(elements, types);
    this.lombok = new LombokWork(trees);
    this.returnTypes = new ReturnTypes(elements, types);
    Nameability nameability = new Nameability(elements, types);
    this.ownerRule = new OwnerRule(nameability);
    this.signatureRule = new SignatureRule(nameability, returnTypes);
    this.generatedNames = new GeneratedNames(elements, trees);
  }

  /**
   * The classes whose {@code @Async} methods appear in this round, top-level ones first, so that of
   * two that want the same name for their subclass it is always the same one that gets it.
   */
  public List<TypeElement> ownersIn(RoundEnvironment round) {
    TypeElement async = elements.getTypeElement(RuntimeNames.ASYNC.canonicalName());
    if (async == null) {
      return List.of();
    }
    Set<TypeElement> owners = new LinkedHashSet<>();
    for (Element method : round.getElementsAnnotatedWith(async)) {
      if (method.getEnclosingElement() instanceof TypeElement owner
          && trees.getPath(owner) != null) {
        owners.add(owner);
      }
    }
    return owners.stream()
        .sorted(
            Comparator.comparingInt(
                    (TypeElement owner) -> ClassName.get(owner).simpleNames().size())
                .thenComparing(owner -> owner.getQualifiedName().toString()))
        .toList();
  }

  /**
   * How many rounds without news it takes until it is certain that nobody completes the
   * declarations that the generated class repeats; none if they are complete.
   */
  public int roundsToWait(TypeElement type, PromisedTypes promised) {
    int forLombok = lombok.roundsDueIn(trees.getPath(type).getCompilationUnit());
    return lacksTypes(type, promised) ? Math.max(forLombok, 1) : forLombok;
  }

  /**
   * Whether a type is missing in the declarations that the generated class repeats. Newer javacs
   * tell the type arguments of a missing class in its source only.
   */
  public boolean lacksTypes(TypeElement type, PromisedTypes promised) {
    List<ExecutableElement> methods = asyncMethodsOf(type);
    return !completeness.isComplete(type, methods, promised)
        || methods.stream()
            .map(trees::getPath)
            .anyMatch(method -> method != null && GenericMentions.areIn(method, promised));
  }

  /**
   * What to say if a type is still missing when nobody will supply it any more, and javac may not
   * see that: a promised class with type arguments.
   */
  public Optional<Finding> missing(TypeElement type, PromisedTypes promised) {
    return GenericMentions.in(trees.getPath(type), promised)
        .map(
            path ->
                Finding.failure(
                    path,
                    "%s is generated from this class or another that waits for it, so it cannot be declared here with type arguments; declare the class that it extends"
                        .formatted(path.getLeaf())));
  }

  /** Judges a class. */
  public Candidate examine(TypeElement type) {
    Optional<String> taken = generatedNames.claim(type);
    Optional<Finding> obstacle =
        ownerRule.problem(type).or(() -> taken).map(text -> obstacle(type, text));
    List<AsyncMethod> methods = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    AuxiliaryRule.finding(type, trees.getPath(type)).ifPresent(findings::add);
    Map<String, Integer> overloads = new HashMap<>();
    TakenStems stems = new TakenStems(elements, type);
    for (ExecutableElement method : asyncMethodsOf(type)) {
      TreePath path = trees.getPath(method);
      List<Finding> found = path == null ? List.of() : signatureRule.findings(method, type, path);
      Optional<BodyKind> kind = returnTypes.kindOf(method);
      if (found.isEmpty() && kind.isPresent()) {
        String name = method.getSimpleName().toString().toLowerCase(Locale.ROOT);
        AsyncMethod asyncMethod;
        do {
          int overload = overloads.merge(name, 1, Integer::sum);
          asyncMethod = new AsyncMethod(method, kind.get(), returnTypes.resultOf(method), overload);
        } while (stems.by(asyncMethod));
        methods.add(asyncMethod);
      }
      findings.addAll(found);
    }
    AsyncOwner owner = new AsyncOwner(type, AsyncOwner.generatedNameOf(type), methods);
    return new Candidate(owner, obstacle, taken.isEmpty(), findings);
  }

  private Finding obstacle(TypeElement type, String text) {
    return new Finding(
        DiagnosticName.ASYNC_OWNER,
        trees.getPath(type),
        "%s has @Async methods, but it %s".formatted(type.getSimpleName(), text));
  }

  private static List<ExecutableElement> asyncMethodsOf(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(Discovery::isAsync)
        .toList();
  }

  /** Whether the user asked for a transformation of this method. */
  public static boolean isAsync(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
        .anyMatch(
            type -> type.getQualifiedName().contentEquals(RuntimeNames.ASYNC.canonicalName()));
  }
}
