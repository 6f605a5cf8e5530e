package dev.fermata.processor.writing;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;

/**
 * What is added to the generated class.
 *
 * @param fields its fields
 * @param methods its methods
 * @param types its nested types
 * @param staticImports the static imports that their code relies on
 */
public record Members(
    List<FieldSpec> fields,
    List<MethodSpec> methods,
    List<TypeSpec> types,
    List<StaticImport> staticImports) {

  /** Nothing at all. */
  public static final Members NONE = new Members(List.of(), List.of(), List.of(), List.of());

  public Members {
    fields = List.copyOf(fields);
    methods = List.copyOf(methods);
    types = List.copyOf(types);
    staticImports = List.copyOf(staticImports);
  }
}
