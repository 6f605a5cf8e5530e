package dev.fermata.processor;

import static java.util.Objects.requireNonNull;

import com.google.auto.service.AutoService;
import com.sun.source.util.JavacTask;
import dev.fermata.processor.analysis.Analysis;
import dev.fermata.processor.analysis.AnalyzedUnit;
import dev.fermata.processor.diagnostics.DiagnosticName;
import dev.fermata.processor.diagnostics.Reporter;
import dev.fermata.processor.diagnostics.Severities;
import dev.fermata.processor.environment.CompilerAccess;
import dev.fermata.processor.environment.JavacEnvironment;
import dev.fermata.processor.machine.MachineCompiler;
import dev.fermata.processor.model.AsyncOwner;
import dev.fermata.processor.writing.BodyCompiler;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Generates a subclass for every class with {@code @Async} methods, and checks in all code of the
 * compilation how the words of the language are used.
 *
 * <p>It claims no annotation, and is there in every round of every compilation: a later one may
 * bring {@code @Async} methods that use types of this one, and javac takes its options for mistakes
 * where it is not.
 *
 * <p>No input makes it throw: what it fails at is one error.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes("*")
public final class FermataProcessor extends AbstractProcessor {
  private static final String ANNOTATIONS = "dev.fermata.annotations.";

  private final BodyCompilers compilers;
  private @Nullable InternalErrors errors;
  private @Nullable Explanations explanations;
  private @Nullable Rounds rounds;
  private @Nullable Runnable refusal;

  /** The processor, as javac makes it. */
  public FermataProcessor() {
    this.compilers = this::compiler;
  }

  /** A processor that compiles bodies in its own way. */
  FermataProcessor(BodyCompilers compilers) {
    this.compilers = compilers;
  }

  private BodyCompiler compiler(Analysis analysis, AnalyzedUnit unit, AsyncOwner owner) {
    return new MachineCompiler(
        analysis.trees(),
        analysis.types(),
        analysis.elements(),
        unit.tree(),
        unit.text(),
        unit.fileName(),
        owner,
        requireNonNull(explanations).of(owner, unit));
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Stream.concat(
            Stream.of(Explanations.OPTION),
            Arrays.stream(DiagnosticName.values()).map(DiagnosticName::option))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public synchronized void init(ProcessingEnvironment given) {
    super.init(given);
    Messager messager = given.getMessager();
    errors = new InternalErrors(messager);
    explanations = new Explanations(given.getOptions(), messager);
    guarded(
        () -> {
          Severities severities = new Severities(given.getOptions());
          severities
              .mistakes()
              .forEach(mistake -> messager.printMessage(Diagnostic.Kind.ERROR, mistake));
          CompilerAccess access = CompilerAccess.of(given);
          if (access instanceof CompilerAccess.Supported supported) {
            start(supported.environment(), severities);
          } else if (access instanceof CompilerAccess.Unsupported unsupported) {
            refusal = () -> refuse(unsupported, severities);
          }
        });
  }

  private void start(JavacEnvironment javac, Severities severities) {
    Compilation compilation =
        new Compilation(
            javac,
            new Reporter(javac.trees(), severities),
            requireNonNull(errors),
            new GeneratedFiles(processingEnv.getFiler()),
            new Unconfirmed(javac.trees()));
    rounds = new Rounds(compilation, compilers, processingEnv.getFiler());
    JavacTask.instance(javac.processing()).addTaskListener(new CompilationListener(compilation));
  }

  private void refuse(CompilerAccess.Unsupported access, Severities severities) {
    DiagnosticName name = DiagnosticName.UNSUPPORTED_COMPILER;
    severities
        .of(name)
        .kind()
        .ifPresent(
            kind ->
                processingEnv
                    .getMessager()
                    .printMessage(kind, access.advice() + " [" + name.text() + "]"));
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Rounds passes = rounds;
    if (passes != null) {
      guarded(() -> passes.run(round));
      if (round.processingOver()) {
        requireNonNull(explanations).end();
      }
    } else if (refusal != null && annotations.stream().anyMatch(FermataProcessor::isOwn)) {
      refusal.run();
      refusal = null;
    }
    return false;
  }

  private static boolean isOwn(TypeElement annotation) {
    return annotation.getQualifiedName().toString().startsWith(ANNOTATIONS);
  }

  private void guarded(Runnable pass) {
    try {
      pass.run();
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError failure) {
      requireNonNull(errors).say(failure);
    }
  }
}
