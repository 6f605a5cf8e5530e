package dev.fermata.documentation.passes;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Code;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Instruction;
import dev.fermata.processor.graph.Local;
import dev.fermata.processor.graph.Terminator;
import dev.fermata.processor.lowering.Typed;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A state graph for a person to read. */
final class GraphText {
  private final Typed typed;
  private final Graph graph;

  GraphText(Typed typed, Graph graph) {
    this.typed = typed;
    this.graph = graph;
  }

  /** All blocks, each with its instructions and its end. */
  String blocks() {
    return graph.blocks().stream().map(this::block).collect(Collectors.joining("\n"));
  }

  private String block(Block block) {
    List<String> lines = new ArrayList<>();
    block.instructions().forEach(instruction -> lines.add(text(instruction)));
    lines.add(text(block.terminator()));
    String caught = block.region() == null ? "" : ", catch " + block.region().handler();
    return block
        + caught
        + ":\n"
        + lines.stream().map(line -> line.indent(2)).collect(Collectors.joining()).stripTrailing();
  }

  private String text(Instruction instruction) {
    if (instruction instanceof Instruction.Statement statement) {
      return text(statement.tree());
    }
    if (instruction instanceof Instruction.LocalClass type) {
      return "class " + type.tree().getSimpleName();
    }
    if (instruction instanceof Instruction.Declare declare) {
      String value = declare.value() == null ? "" : " = " + text(declare.value());
      return "declare " + declare.local().wanted() + value;
    }
    if (instruction instanceof Instruction.Assign assign) {
      return assign.local().wanted() + " = " + text(assign.value());
    }
    return instruction instanceof Instruction.Evaluate evaluate
        ? text(evaluate.expression())
        : ((Instruction.Remark) instruction).text();
  }

  private String text(Terminator end) {
    if (end instanceof Terminator.Goto go) {
      return "go to " + go.target();
    }
    if (end instanceof Terminator.Branch branch) {
      return "if %s go to %s else %s"
          .formatted(text(branch.condition()), branch.then(), branch.otherwise());
    }
    if (end instanceof Terminator.Await await) {
      return "await %s, line %d, then %s"
          .formatted(text(await.awaitable()), await.line(), await.resume());
    }
    if (end instanceof Terminator.Emit emit) {
      return "emit %s, line %d, then %s".formatted(text(emit.value()), emit.line(), emit.resume());
    }
    if (end instanceof Terminator.Dispatch dispatch) {
      return "go on by " + dispatch.selector().wanted() + " at " + dispatch.targets();
    }
    if (end instanceof Terminator.Switch choice) {
      return "switch (%s) to %s".formatted(text(choice.selector()), choice.successors());
    }
    if (end instanceof Terminator.Return complete) {
      return complete.value() == null ? "return" : "return " + text(complete.value());
    }
    if (end instanceof Terminator.Tail tail) {
      return "return what becomes of " + text(tail.value());
    }
    return end instanceof Terminator.Throw failure ? "throw " + text(failure.value()) : "never";
  }

  private String text(Code code) {
    if (code instanceof Code.Source source) {
      return text(source.tree());
    }
    if (code instanceof Code.Original original) {
      return typed.text(original.tree());
    }
    if (code instanceof Code.Store store) {
      return text(store.target()) + " = " + text(store.value());
    }
    if (code instanceof Code.Use use) {
      return use.local().wanted();
    }
    if (code instanceof Code.Awaited) {
      return "(awaited)";
    }
    return code instanceof Code.Template template ? text(template) : "(owner)";
  }

  private String text(Code.Template template) {
    String text = template.format();
    for (Object argument : template.arguments()) {
      String value =
          argument instanceof Code code
              ? text(code)
              : argument instanceof Local local ? local.wanted() : argument.toString();
      int at = text.indexOf("$L");
      text = text.substring(0, at) + value + text.substring(at + 2);
    }
    return text;
  }

  /** The user's text with what the lowering has put in the place of parts of it. */
  private String text(Tree tree) {
    Code replacement = graph.replacements().get(tree);
    if (replacement != null && !(replacement instanceof Code.Source)) {
      return text(replacement);
    }
    StringBuilder text = new StringBuilder();
    int from = typed.start(tree);
    for (Map.Entry<Tree, Code> part : replacedIn(tree).entrySet()) {
      text.append(typed.text(), from, typed.start(part.getKey())).append(text(part.getValue()));
      from = typed.end(part.getKey());
    }
    return text.append(typed.text(), from, typed.end(tree)).toString();
  }

  private Map<Tree, Code> replacedIn(Tree whole) {
    Map<Tree, Code> found = new IdentityHashMap<>();
    List<Tree> inOrder = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
        Code code = tree == whole || tree == null ? null : graph.replacements().get(tree);
        if (code == null) {
          return super.scan(tree, null);
        }
        found.put(tree, code);
        inOrder.add(tree);
        return null;
      }

      @Override
      public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
        return null;
      }
    }.scan(whole, null);
    Map<Tree, Code> sorted = new java.util.LinkedHashMap<>();
    inOrder.forEach(tree -> sorted.put(tree, found.get(tree)));
    return sorted;
  }
}
