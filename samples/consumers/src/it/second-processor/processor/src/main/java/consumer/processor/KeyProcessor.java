package consumer.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/**
 * Generates for {@code record User(String name, …)} a record {@code UserKey(String name)} that is
 * {@link Keyed} itself, so that a {@code UserKeyTable} follows in the next round.
 */
public final class KeyProcessor extends AbstractProcessor {
  /** Called by javac. */
  public KeyProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Keyed.class.getName());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element element : round.getElementsAnnotatedWith(Keyed.class)) {
      TypeElement type = (TypeElement) element;
      if (type.getSimpleName().toString().endsWith("Key")) {
        table(type);
      } else {
        key(type);
      }
    }
    return true;
  }

  private void key(TypeElement type) {
    RecordComponentElement first = type.getRecordComponents().get(0);
    String name = type.getSimpleName() + "Key";
    String component = first.asType() + " " + first.getSimpleName();
    write(
        type,
        name,
        "@consumer.processor.Keyed record %s(%s) {\n".formatted(name, component)
            + "  static %s of(%s of) {\n".formatted(name, type.getSimpleName())
            + "    return new %s(of.%s());\n  }\n}\n".formatted(name, first.getSimpleName()));
  }

  private void table(TypeElement key) {
    String name = key.getSimpleName() + "Table";
    write(
        key,
        name,
        "class %s<V> extends java.util.LinkedHashMap<%s, V> {\n"
                .formatted(name, key.getSimpleName())
            + "  private static final long serialVersionUID = 1;\n}\n");
  }

  private void write(TypeElement origin, String name, String text) {
    String packageName =
        processingEnv.getElementUtils().getPackageOf(origin).getQualifiedName().toString();
    try (Writer writer =
        processingEnv.getFiler().createSourceFile(packageName + "." + name, origin).openWriter()) {
      writer.write("package " + packageName + ";\n\n" + text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
