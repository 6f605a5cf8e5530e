package dev.fermata.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import dev.fermata.laboratory.Compilation;
import dev.fermata.laboratory.Laboratory;
import dev.fermata.laboratory.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What must hold for all generated source. */
final class OutputTest {

  private static final List<Source> PROGRAMS =
      Stream.of("A", "B", "C", "D", "E", "F", "G", "H")
          .flatMap(section -> Cases.of(section).stream())
          .map(Case::source)
          .toList();

  private final Laboratory laboratory = new Laboratory();

  @Test
  @DisplayName("I6: no word of the language is left in a state machine")
  void noWordLeft() {
    List<String> left = new ArrayList<>();
    laboratory
        .compile(PROGRAMS)
        .trees()
        .forEach((name, unit) -> unit.accept(new Words(left), name));
    assertEquals(List.of(), left);
  }

  @Test
  @DisplayName("I7: compiling again gives the same source, to the byte, and draws no warning")
  void deterministic() {
    Compilation first = laboratory.compile(PROGRAMS);
    assertEquals("", first.blemishes());
    assertEquals(first.generated(), laboratory.compile(PROGRAMS).generated());
  }

  /** Calls of words, but for the direct forms of bodies, which run as the user wrote them. */
  private static final class Words extends TreeScanner<Void, String> {

    private static final Set<String> WORDS = Set.of("await", "emit", "emitAll", "awaitEach");
    private static final String OWNER = "Coroutines";

    private final List<String> found;

    Words(List<String> found) {
      this.found = found;
    }

    @Override
    public Void visitMethod(MethodTree method, String where) {
      String name = method.getName().toString();
      return name.endsWith("$direct") ? null : super.visitMethod(method, where + "." + name);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, String where) {
      if (isWord(call.getMethodSelect())) {
        found.add(where + ": " + call);
      }
      return super.visitMethodInvocation(call, where);
    }

    private static boolean isWord(ExpressionTree method) {
      if (method instanceof MemberSelectTree qualified) {
        return WORDS.contains(qualified.getIdentifier().toString())
            && qualified.getExpression().toString().endsWith(OWNER);
      }
      return method instanceof IdentifierTree simple && WORDS.contains(simple.getName().toString());
    }
  }
}
