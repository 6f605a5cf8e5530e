package dev.fermata.processor.analysis;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.function.Supplier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** A file that only the private compiler sees, and only in memory. */
abstract class PrivateFile extends SimpleJavaFileObject {
  private final String binaryName;

  private PrivateFile(String binaryName, Kind kind) {
    super(URI.create("fermata:///" + encoded(binaryName.replace('.', '/')) + kind.extension), kind);
    this.binaryName = binaryName;
  }

  /** A name of Kotlin or of a user's file may hold what a URI may not. */
  private static String encoded(String path) {
    return java.net.URLEncoder.encode(path, java.nio.charset.StandardCharsets.UTF_8)
        .replace("%2F", "/");
  }

  /** The binary name of the type in it. */
  String binaryName() {
    return binaryName;
  }

  /** Any name is right: the outer compiler judges that. */
  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    return kind == getKind();
  }

  /** A source file with a given text. */
  static final class Source extends PrivateFile {
    private final String text;

    Source(String binaryName, String text) {
      super(binaryName, JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** A class file that is written when it is read, which most are not. */
  static final class ClassFile extends PrivateFile {
    private final Supplier<byte[]> content;

    ClassFile(String binaryName, Supplier<byte[]> content) {
      super(binaryName, JavaFileObject.Kind.CLASS);
      this.content = content;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(content.get());
    }
  }
}
