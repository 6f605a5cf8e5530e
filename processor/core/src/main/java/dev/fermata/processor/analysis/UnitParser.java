package dev.fermata.processor.analysis;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Parses the text of units once more: other processors may have changed the trees of the outer. */
final class UnitParser {
  private UnitParser() {}

  static List<UnitText> parse(PrivateCompiler compiler, List<? extends CompilationUnitTree> units)
      throws IOException {
    List<PrivateFile> files = new ArrayList<>();
    List<AugmentedText> texts = new ArrayList<>();
    for (CompilationUnitTree unit : units) {
      AugmentedText text = Spelling.of(unit.getSourceFile().getCharContent(true).toString());
      texts.add(text);
      files.add(new PrivateFile.Source("Unit" + files.size(), text.text()));
    }
    JavacTask task = compiler.task(files, compiler.platform(), diagnostic -> {}, List.of());
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    Iterator<? extends CompilationUnitTree> parsed = task.parse().iterator();
    List<UnitText> result = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      result.add(new UnitText(units.get(i), parsed.next(), texts.get(i), positions));
    }
    return result;
  }
}
