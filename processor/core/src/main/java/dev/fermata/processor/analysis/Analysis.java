package dev.fermata.processor.analysis;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import dev.fermata.processor.analysis.stubs.Descriptors;
import dev.fermata.processor.discovery.PromisedTypes;
import dev.fermata.processor.environment.JavacEnvironment;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * What a private compiler, which sees what the outer compilation sees, knows of some of its units.
 *
 * <p>Elements and types of the two compilations do not mix: hand those of the private one only to
 * the {@link #elements} and {@link #types} that are given here.
 */
public final class Analysis {
  private final Elements elements;
  private final Types types;
  private final Trees trees;
  private final List<AnalyzedUnit> units;
  private final List<Problem> problems;
  private final Elements outerElements;
  private final PromisedTypes promised;
  private final @Nullable Throwable failure;

  Analysis(
      Elements outerElements,
      PromisedTypes promised,
      Elements elements,
      Types types,
      Trees trees,
      List<AnalyzedUnit> units,
      List<Problem> problems,
      @Nullable Throwable failure) {
    this.outerElements = outerElements;
    this.promised = promised;
    this.elements = elements;
    this.types = types;
    this.trees = trees;
    this.units = List.copyOf(units);
    this.problems = List.copyOf(problems);
    this.failure = failure;
  }

  /**
   * Analyses units of the outer compilation in one go. The outer compilation does not notice.
   *
   * @param environment the outer compilation
   * @param units units of it, as {@code Trees.getPath(type).getCompilationUnit()} gives them
   * @param generated sources of the types that this round will generate, by their binary names:
   *     what can be seen of them from outside will do
   * @return what was found, problems included
   */
  public static Analysis of(
      JavacEnvironment environment,
      List<? extends CompilationUnitTree> units,
      Map<String, String> generated) {
    try {
      return new AnalysisTask(environment, units, generated).run();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return failed(environment, e);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Error e) {
      return failed(environment, e); // javac throws errors of many kinds where it breaks down
    }
  }

  private static Analysis failed(JavacEnvironment environment, Throwable failure) {
    return new Analysis(
        environment.elements(),
        PromisedTypes.NONE,
        environment.elements(),
        environment.types(),
        environment.trees(),
        List.of(),
        List.of(),
        failure);
  }

  /** What the private compiler broke down with, if it did. Then there are no units. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** The elements of the private compilation. */
  public Elements elements() {
    return elements;
  }

  /** The types of the private compilation. */
  public Types types() {
    return types;
  }

  /** The trees of the private compilation. */
  public Trees trees() {
    return trees;
  }

  /** The analysed units, in the order in which they were given. */
  public List<AnalyzedUnit> units() {
    return units;
  }

  /** The errors in the analysed units, in their order in each unit. */
  public List<Problem> problems() {
    return problems;
  }

  /** The errors in one of the analysed units. */
  public List<Problem> problems(AnalyzedUnit unit) {
    return problems.stream().filter(problem -> problem.unit() == unit).toList();
  }

  /** The analysed unit that a unit of the outer compilation became. */
  public Optional<AnalyzedUnit> unit(CompilationUnitTree outer) {
    return units.stream().filter(unit -> unit.outer() == outer).findFirst();
  }

  /** A type of the outer compilation as the private one knows it. */
  public Optional<TypeElement> counterpart(TypeElement outer) {
    return Optional.ofNullable(elements.getTypeElement(outer.getQualifiedName()));
  }

  /** A method or constructor of the outer compilation as the private one knows it. */
  public Optional<ExecutableElement> counterpart(ExecutableElement outer) {
    String packageName = outerElements.getPackageOf(outer).getQualifiedName().toString();
    Descriptors outerDescriptors =
        new Descriptors(new OuterNames(outerElements, promised, packageName, name -> {}));
    Descriptors descriptors = new Descriptors(OuterNames.of(elements));
    String descriptor = outerDescriptors.of(outer);
    return Optional.ofNullable(outer.getEnclosingElement())
        .filter(TypeElement.class::isInstance)
        .flatMap(owner -> counterpart((TypeElement) owner))
        .stream()
        .flatMap(owner -> owner.getEnclosedElements().stream())
        .filter(ExecutableElement.class::isInstance)
        .map(ExecutableElement.class::cast)
        .filter(member -> member.getSimpleName().contentEquals(outer.getSimpleName()))
        .filter(member -> descriptors.of(member).equals(descriptor))
        .findFirst();
  }
}
