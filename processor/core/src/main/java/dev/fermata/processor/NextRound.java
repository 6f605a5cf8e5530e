package dev.fermata.processor;

import dev.fermata.processor.model.AsyncOwner;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
 * round before the last one if a class is written in this one; so an empty one is, and deleted in
 * the end.
 */
final class NextRound {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int CLASS_FILE_VERSION = 52;
  private static final int CONSTANTS = 5;
  private static final int CLASS = 7;
  private static final int UTF8 = 1;
  private static final int INTERFACE_AND_ABSTRACT = 0x0600;

  private final Filer filer;
  private final List<String> names = new ArrayList<>();
  private final List<JavaFileObject> files = new ArrayList<>();

  NextRound(Filer filer) {
    this.filer = filer;
  }

  /** Brings about another round on behalf of {@code owner}. */
  void request(TypeElement owner) {
    String name = AsyncOwner.generatedNameOf(owner).canonicalName() + "$Round" + (names.size() + 1);
    try {
      JavaFileObject file = filer.createClassFile(name, owner);
      names.add(name);
      files.add(file);
      try (OutputStream out = file.openOutputStream()) {
        out.write(emptyInterface(name.replace('.', '/')));
      }
    } catch (IOException unwritable) {
      // The next round is the last one then, and javac reports what is missing.
    }
  }

  /** Whether a class was written for the sake of a round. */
  boolean wrote(TypeElement type) {
    return names.contains(type.getQualifiedName().toString());
  }

  /** Leaves nothing behind. */
  void cleanUp() {
    files.forEach(JavaFileObject::delete);
    files.clear();
  }

  private static byte[] emptyInterface(String internalName) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(CLASS_FILE_VERSION);
      out.writeShort(CONSTANTS);
      writeClass(out, 2, internalName);
      writeClass(out, 4, "java/lang/Object");
      out.writeShort(INTERFACE_AND_ABSTRACT);
      out.writeShort(1);
      out.writeShort(3);
      out.writeLong(0); // no interfaces, fields, methods, attributes
    }
    return bytes.toByteArray();
  }

  private static void writeClass(DataOutputStream out, int nameIndex, String name)
      throws IOException {
    out.writeByte(CLASS);
    out.writeShort(nameIndex);
    out.writeByte(UTF8);
    out.writeUTF(name);
  }
}
