package dev.fermata.processor;

import dev.fermata.processor.analysis.Analysis;
import dev.fermata.processor.analysis.AnalyzedUnit;
import dev.fermata.processor.analysis.Problem;
import dev.fermata.processor.diagnostics.Severity;
import dev.fermata.processor.discovery.Candidate;
import dev.fermata.processor.discovery.Discovery;
import dev.fermata.processor.discovery.PromisedTypes;
import dev.fermata.processor.environment.JavacEnvironment;
import dev.fermata.processor.model.AsyncOwner;
import dev.fermata.processor.writing.BodyCompiler;
import dev.fermata.processor.writing.GeneratedSource;
import dev.fermata.processor.writing.OwnerWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * The passes of a round: discovery, analysis, compilation of bodies, writing.
 *
 * <p>A class is generated in the round in which its owner appears, so that others find it. It has
 * to wait for a later round if something is missing that another processor may still supply; if no
 * one does, it is generated with signatures alone, and javac reports what is missing and no more.
 */
final class Rounds {
  private final Compilation compilation;
  private final BodyCompilers compilers;
  private final Discovery discovery;
  private final OwnerWriter writer;
  private final Analyses analyses;
  private final EmitTypes emitTypes;
  private final Implementations implementations;
  private final Pending pending;
  private final OtherProcessors others = new OtherProcessors();
  private final NextRound nextRound;
  private PromisedTypes promised = PromisedTypes.NONE;

  Rounds(Compilation compilation, BodyCompilers compilers, Filer filer) {
    JavacEnvironment javac = compilation.javac();
    this.compilation = compilation;
    this.compilers = compilers;
    this.discovery = new Discovery(javac.elements(), javac.types(), javac.trees());
    this.writer = new OwnerWriter(javac.elements(), javac.types());
    this.analyses = new Analyses(javac, writer);
    this.emitTypes = new EmitTypes(new OuterTrees(javac.trees()));
    this.implementations = new Implementations(javac);
    this.pending = new Pending(javac.elements());
    this.nextRound = new NextRound(filer);
  }

  void run(RoundEnvironment round) {
    compilation.javac().sourceTypes().add(round);
    others.observe(round);
    discovery.ownersIn(round).forEach(pending::add);
    if (round.processingOver()) {
      end(round);
      return;
    }
    int written = compilation.files().count();
    promised = pending.promised();
    generate(candidates());
    if (compilation.files().count() == written) {
      pending.owners().stream().findFirst().ifPresent(nextRound::request);
    }
  }

  /** After an error nothing is attributed, so that nothing else would release what is held. */
  private void end(RoundEnvironment round) {
    nextRound.cleanUp();
    if (round.errorRaised()) {
      compilation.reporter().releaseAll();
    }
  }

  /** The owners whose time has come and that can have a subclass. The others are done with. */
  private List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
    for (TypeElement type : pending.owners()) {
      if (others.quietRounds() < discovery.roundsToWait(type, promised)) {
        continue;
      }
      Candidate candidate = discovery.examine(type);
      if (candidate.obstacle().isPresent()) {
        refuse(candidate);
      } else if (discovery.lacksTypes(type, promised)) {
        abandon(candidate.owner());
      } else {
        candidates.add(candidate);
      }
    }
    return candidates;
  }

  /** Nothing will be attributed after this error; a class of the name suffices until then. */
  private void refuse(Candidate candidate) {
    pending.remove(candidate.owner().type());
    candidate.obstacle().ifPresent(compilation.reporter()::say);
    boolean isError =
        candidate
            .obstacle()
            .map(compilation.reporter()::severityOf)
            .equals(Optional.of(Severity.ERROR));
    if (isError && candidate.nameIsFree()) {
      compilation.files().write(writer.writePlaceholder(candidate.owner()));
    }
  }

  private void abandon(AsyncOwner owner) {
    pending.remove(owner.type());
    discovery.missing(owner.type(), promised).ifPresent(compilation.reporter()::say);
    compilation.files().write(writer.writePlaceholder(owner));
    compilation.unconfirmed().expect(owner, List.of());
  }

  private void generate(List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return;
    }
    try {
      List<AsyncOwner> owners = candidates.stream().map(Candidate::owner).toList();
      Analysis analysis = analyses.of(owners, expected(), promised);
      candidates.forEach(candidate -> generate(candidate, analysis));
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError failure) {
      compilation.errors().say(failure, candidates.get(0).owner().type());
      candidates.forEach(candidate -> writeWithoutBodies(candidate, List.of()));
    }
  }

  /** The owners that have, or will have, a generated class with these methods. */
  private List<AsyncOwner> expected() {
    return pending.owners().stream()
        .map(discovery::examine)
        .filter(candidate -> candidate.obstacle().isEmpty())
        .map(Candidate::owner)
        .toList();
  }

  private void generate(Candidate candidate, Analysis analysis) {
    AsyncOwner owner = candidate.owner();
    AnalyzedUnit unit = analysis.unit(analyses.unitOf(owner)).orElseThrow();
    List<Problem> problems = analysis.problems(unit);
    if (others.mayMend(problems)) {
      return;
    }
    if (problems.isEmpty()) {
      AsyncOwner counterpart = new Counterparts(analysis).of(owner);
      BodyCompiler compiler = compilers.of(analysis, unit, counterpart);
      PrivateBodies bodies = new PrivateBodies(compiler, analysis, unit, compilation);
      write(candidate, writer.write(owner, promised, bodies));
      if (!bodies.isComplete()) {
        compilation.unconfirmed().expect(owner, List.of());
      }
    } else {
      writeWithoutBodies(candidate, problems);
    }
  }

  private void writeWithoutBodies(Candidate candidate, List<Problem> problems) {
    problems.stream()
        .filter(problem -> problem.kind() != Problem.Kind.ERROR)
        .map(emitTypes::finding)
        .forEach(compilation.reporter()::holdAlsoAsFailure);
    implementations.findings(candidate.owner(), problems).forEach(compilation.reporter()::say);
    compilation.unconfirmed().expect(candidate.owner(), problems);
    write(candidate, writer.writeWithoutMethods(candidate.owner(), promised));
  }

  private void write(Candidate candidate, GeneratedSource file) {
    pending.remove(candidate.owner().type());
    candidate.findings().forEach(compilation.reporter()::hold);
    compilation.files().write(file);
  }
}
