package dev.fermata.processor;

import com.palantir.javapoet.ClassName;
import dev.fermata.processor.writing.GeneratedSource;
import dev.fermata.processor.writing.SourceLines;
import dev.fermata.processor.writing.VerbatimMembers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/** The files that the processor has written. */
final class GeneratedFiles {
  private final Filer filer;
  private final Set<String> names = new HashSet<>();

  GeneratedFiles(Filer filer) {
    this.filer = filer;
  }

  /** Writes a file, unless there is one of that name. */
  void write(GeneratedSource file) {
    if (!names.add(file.name().canonicalName())) {
      return;
    }
    try {
      write(file.name(), SourceLines.resolve(VerbatimMembers.unwrap(file.text())), file.origin());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private void write(ClassName name, String text, List<Element> origin) throws IOException {
    JavaFileObject file =
        filer.createSourceFile(name.canonicalName(), origin.toArray(new Element[0]));
    try (Writer writer = file.openWriter()) {
      writer.write(text);
    }
  }

  /** How many there are. */
  int count() {
    return names.size();
  }

  /** Whether this class is one of them. */
  boolean contain(TypeElement type) {
    return names.contains(type.getQualifiedName().toString());
  }
}
