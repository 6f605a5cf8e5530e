package dev.fermata.processor;

import dev.fermata.processor.model.AsyncOwner;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/**
 * Asks javac for one more round.
 *
 * <p>Whoever waits for the classes of other processors learns only in the next round that none has
 * come. That may be the last round, where it is too late for a file of one's own: javac warns of
 * it, and has already looked in vain for the class where declarations name it. There is another
 * round before the last one if a source is written in this one; so one without a class is, and
 * deleted in the end.
 */
final class NextRound {
  private final Filer filer;
  private final List<JavaFileObject> files = new ArrayList<>();

  NextRound(Filer filer) {
    this.filer = filer;
  }

  /** Brings about another round on behalf of {@code owner}. */
  void request(TypeElement owner) {
    String name = AsyncOwner.generatedNameOf(owner).canonicalName() + "$Round" + (files.size() + 1);
    try {
      JavaFileObject file = filer.createSourceFile(name, owner);
      files.add(file);
      try (Writer out = file.openWriter()) {
        out.write("// Nothing is here but another round of annotation processing.\n");
      }
    } catch (IOException unwritable) {
      // The next round is the last one then, and javac reports what is missing.
    }
  }

  /** Leaves nothing behind. javac does not delete for processors what they have written. */
  void cleanUp() {
    files.stream()
        .map(JavaFileObject::toUri)
        .filter(NextRound::isOfFileSystem)
        .forEach(this::delete);
    files.clear();
  }

  private static boolean isOfFileSystem(URI uri) {
    return "file".equals(uri.getScheme());
  }

  private void delete(URI file) {
    try {
      Files.deleteIfExists(Path.of(file));
    } catch (IOException | IllegalArgumentException staysBehind) {
      // It says what it is.
    }
  }
}
