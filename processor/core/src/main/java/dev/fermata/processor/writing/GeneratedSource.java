package dev.fermata.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import java.util.List;
import javax.lang.model.element.Element;

/**
 * A source file with one class.
 *
 * @param name the class
 * @param text the whole text
 * @param origin what it is made from
 */
public record GeneratedSource(ClassName name, String text, List<Element> origin) {

  static GeneratedSource of(JavaFile file, String text) {
    return new GeneratedSource(
        ClassName.get(file.packageName(), file.typeSpec().name()),
        text,
        List.copyOf(file.typeSpec().originatingElements()));
  }
}
