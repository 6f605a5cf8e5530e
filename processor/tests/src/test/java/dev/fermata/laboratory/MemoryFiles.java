package dev.fermata.laboratory;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * Keeps in memory what the compiler and the processor write; reads everything else from where it
 * is.
 */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {

  private final Map<String, Output> classes = new TreeMap<>();
  private final Map<String, Output> sources = new TreeMap<>();

  MemoryFiles(JavaFileManager files) {
    super(files);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    Output output = new Output(className, kind);
    (kind == JavaFileObject.Kind.SOURCE ? sources : classes).put(className, output);
    return output;
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String relativeName, FileObject sibling) {
    return new Output(relativeName, JavaFileObject.Kind.OTHER);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return a.toUri().equals(b.toUri());
  }

  SortedMap<String, byte[]> classes() {
    SortedMap<String, byte[]> bytes = new TreeMap<>();
    classes.forEach((name, output) -> bytes.put(name, output.content.toByteArray()));
    return bytes;
  }

  SortedMap<String, String> sources() {
    SortedMap<String, String> texts = new TreeMap<>();
    sources.forEach((name, output) -> texts.put(name, output.getCharContent(true)));
    return texts;
  }

  /** A unit given as text. */
  static JavaFileObject input(Source source) {
    return new SimpleJavaFileObject(
        uri("source", source.name(), JavaFileObject.Kind.SOURCE), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source.text();
      }
    };
  }

  private static URI uri(String scheme, String name, JavaFileObject.Kind kind) {
    return URI.create(scheme + ":///" + name.replace('.', '/') + kind.extension);
  }

  private static final class Output extends SimpleJavaFileObject {

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    Output(String name, Kind kind) {
      super(uri("generated", name, kind), kind);
    }

    @Override
    public OutputStream openOutputStream() {
      content.reset();
      return content;
    }

    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
      return content.toString(StandardCharsets.UTF_8);
    }
  }
}
