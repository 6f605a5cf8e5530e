package dev.fermata.documentation;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.fermata.processor.FermataProcessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** The Java blocks of a page, which together are one program. */
final class PageProgram {
  /** Marks a program that prints the same with original bodies. */
  static final String RUNS = "runs";

  /** Marks a program that original bodies are not fit for. */
  static final String RUNS_TRANSFORMED = "runs transformed";

  private static final String IMPORTS =
      "import static dev.fermata.Coroutines.*; "
          + "import dev.fermata.*; "
          + "import dev.fermata.annotations.*; "
          + "import dev.fermata.sync.*; "
          + "import java.io.*; "
          + "import java.net.*; "
          + "import java.net.http.*; "
          + "import java.time.Duration; "
          + "import java.util.*; "
          + "import java.util.concurrent.*; "
          + "import java.util.function.*; "
          + "import java.util.stream.*; ";

  private static final Pattern TYPE =
      Pattern.compile("^[\\w ]*\\b(?:class|interface|enum|record) (\\w+)", Pattern.MULTILINE);
  private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
  private static final Pattern IMPORT = Pattern.compile("^import ", Pattern.MULTILINE);

  private PageProgram() {}

  /** The sources of all blocks of a page that are to compile. */
  static List<JavaFileObject> sources(Page page) {
    List<JavaFileObject> sources = new ArrayList<>();
    Map<String, StringBuilder> members = new LinkedHashMap<>();
    for (Fence fence : page.fences()) {
      if (!fence.isJava()) {
        continue;
      }
      if (fence.marker().isEmpty()
          || fence.argument(RUNS).isPresent()
          || fence.argument(RUNS_TRANSFORMED).isPresent()) {
        sources.add(unit(fence.text()));
      }
      fence
          .argument("members of")
          .ifPresent(
              owner ->
                  members
                      .computeIfAbsent(owner, name -> new StringBuilder())
                      .append(fence.text())
                      .append('\n'));
    }
    members.forEach(
        (owner, text) -> sources.add(unit("abstract class " + owner + " {\n" + text + "}\n")));
    return sources;
  }

  /** A compilation unit of this text. If it imports nothing, it imports what pages leave out. */
  static JavaFileObject unit(String text) {
    String complete = IMPORT.matcher(text).find() ? text : withImports(text);
    Matcher inPackage = PACKAGE.matcher(text);
    String prefix = inPackage.find() ? inPackage.group(1) + "." : "";
    Matcher type = TYPE.matcher(text);
    if (!type.find()) {
      throw new AssertionError("no type in:\n" + text);
    }
    return JavaFileObjects.forSourceString(prefix + type.group(1), complete);
  }

  private static String withImports(String text) {
    Matcher inPackage = PACKAGE.matcher(text);
    return inPackage.find()
        ? new StringBuilder(text).insert(inPackage.end(), " " + IMPORTS).toString()
        : IMPORTS + text;
  }

  static Compilation compile(Collection<JavaFileObject> sources, String... moreOptions) {
    return Compiler.javac()
        .withProcessors(new FermataProcessor())
        .withClasspath(ClassPath.files())
        .withOptions(
            Stream.concat(Stream.of("-Xlint:all,-processing,-try"), Arrays.stream(moreOptions))
                .toArray())
        .compile(sources);
  }
}
