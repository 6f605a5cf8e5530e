package dev.fermata.laboratory;

import com.sun.source.util.JavacTask;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources in memory, in this process. */
final class Compiler {
  /** What programs may well do that try the transform: they are run, and are no models of style. */
  private static final List<String> ADVICE =
      List.of(
          "AsyncWithoutAwait",
          "BlockingCall",
          "DiscardedTask",
          "EmitInScope",
          "LoopInsideLoop",
          "MissingAwait",
          "UnawaitedReturnInTry",
          "UntransformedInstance");

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();

  private final StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);

  /**
   * Compiles all sources together. Warnings are collected, never cut short and never errors: the
   * caller judges them.
   */
  Compilation compile(
      List<Source> sources, List<String> furtherOptions, List<Processor> processors) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    MemoryFiles output = new MemoryFiles(files);
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Xlint:all,-processing",
                "-Xmaxwarns",
                "10000",
                "-Xmaxerrs",
                "10000",
                "-classpath",
                ClassPath.asOption()));
    ADVICE.forEach(name -> options.add("-Afermata." + name + "=off"));
    options.addAll(furtherOptions);
    StringWriter console = new StringWriter();
    JavacTask task =
        (JavacTask)
            javac.getTask(
                console,
                output,
                diagnostics,
                options,
                null,
                sources.stream().map(MemoryFiles::input).toList());
    Breakdown.Watch watch = new Breakdown.Watch();
    task.addTaskListener(watch);
    task.setProcessors(processors);
    boolean finished = task.call();
    Compilation compilation =
        new Compilation(diagnostics.getDiagnostics(), output.sources(), output.classes());
    if (!finished && compilation.succeeded()) {
      throw watch.breakdown(console.toString());
    }
    return compilation;
  }
}
