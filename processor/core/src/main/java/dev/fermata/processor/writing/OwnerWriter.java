package dev.fermata.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.fermata.processor.discovery.Nameability;
import dev.fermata.processor.discovery.PromisedTypes;
import dev.fermata.processor.model.AsyncMethod;
import dev.fermata.processor.model.AsyncOwner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Writes the subclass of an owner:
 *
 * <pre>{@code
 * @Generated("dev.fermata.processor.FermataProcessor")
 * @SuppressWarnings({…})
 * class AsyncCrawler extends Crawler {
 *   AsyncCrawler(HttpClient http) {
 *     super(http);
 *   }
 *
 *   … an entry point and the compiled body of each method
 * }
 * }</pre>
 *
 * <p>It works on the elements of any compilation that has the owner.
 */
public final class OwnerWriter {
  private static final String GENERATED = "javax.annotation.processing.Generated";
  private static final String PROCESSOR = "dev.fermata.processor.FermataProcessor";
  private static final String JAVA_LANG = "java.lang.";

  private final Elements elements;
  private final Types types;
  private final Nameability nameability;
  private final AbstractMethods abstractMethods;

  /** Writes classes for the elements that these know. */
  public OwnerWriter(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
    this.nameability = new Nameability(elements, types);
    this.abstractMethods = new AbstractMethods(elements, types);
  }

  /**
   * The file of the generated class, whose entry points run what the compiler makes of the bodies.
   */
  public GeneratedSource write(AsyncOwner owner, PromisedTypes promised, BodyCompiler compiler) {
    CopiedAnnotations annotations = new CopiedAnnotations(nameability, owner.type());
    TypeNames names = new TypeNames(annotations, promised, owner.generatedName().packageName());
    Signatures signatures = new Signatures(types, annotations, names);
    NamesInScope scope = NamesInScope.of(elements, owner).and(compiler.declaredNames());
    EntryPointWriter entryPoints = new EntryPointWriter(types, nameability, signatures, scope);
    TypeSpec.Builder builder = skeleton(owner, signatures);
    List<FieldSpec> constants = new ArrayList<>();
    Set<StaticImport> imports = new LinkedHashSet<>();
    builder.addMethods(
        new ConstructorWriter(elements, nameability, signatures).write(owner.type()));
    for (AsyncMethod method : owner.methods()) {
      Optional<CompiledBody> body = compiler.compile(method);
      builder.addMethod(entryPoints.write(owner, method, body));
      body.ifPresent(compiled -> add(compiled.members(), builder, constants, imports));
    }
    add(compiler.shared(), builder, constants, imports);
    ManyConstants.add(builder, constants);
    return Imports.without(scope, builder, type -> file(owner, type, imports));
  }

  /** The generated class with signatures alone, for those who want to refer to it. */
  public GeneratedSource writeSignatures(AsyncOwner owner, PromisedTypes promised) {
    return write(owner, promised, BodyCompiler.SIGNATURES);
  }

  /**
   * The generated class without methods of its own, for a compilation that fails. It has those that
   * it inherits, so that callers compile; and what is wrong with their declarations is wrong once.
   */
  public GeneratedSource writeWithoutMethods(AsyncOwner owner, PromisedTypes promised) {
    AsyncOwner bare = new AsyncOwner(owner.type(), owner.generatedName(), List.of());
    return writeSignatures(bare, promised);
  }

  /**
   * A class of the generated name and nothing else, for declarations that name it in a compilation
   * that fails before it comes to bodies.
   */
  public GeneratedSource writePlaceholder(AsyncOwner owner) {
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(owner.generatedName()).addOriginatingElement(owner.type());
    owner
        .type()
        .getTypeParameters()
        .forEach(
            it -> builder.addTypeVariable(TypeVariableName.get(it.getSimpleName().toString())));
    if (isPublic(owner.type())) {
      builder.addModifiers(Modifier.PUBLIC);
    }
    JavaFile file = file(owner, builder.build(), Set.of());
    return GeneratedSource.of(file, file.toString());
  }

  private TypeSpec.Builder skeleton(AsyncOwner owner, Signatures signatures) {
    TypeElement type = owner.type();
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(owner.generatedName())
            .addJavadoc("Runs the {@code @Async} methods of {@link $T}.\n", ClassName.get(type))
            .addOriginatingElement(type)
            .addTypeVariables(signatures.names().declarations(type.getTypeParameters()))
            .superclass(signatures.names().of(type.asType()));
    generatedAnnotation(type).ifPresent(builder::addAnnotation);
    builder.addAnnotation(Lints.of(owner));
    if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      builder.addAnnotations(signatures.annotations().ofClass(type));
    }
    if (isPublic(type)) {
      builder.addModifiers(Modifier.PUBLIC);
    }
    if (abstractMethods.remainIn(type)) {
      builder.addModifiers(Modifier.ABSTRACT);
    }
    if (type.getModifiers().contains(Modifier.SEALED)) {
      builder.addModifiers(Modifier.NON_SEALED);
    }
    avoidClashesWithPackage(type, builder);
    return builder;
  }

  /** A named module sees the annotation only if it requires {@code java.compiler}. */
  private Optional<AnnotationSpec> generatedAnnotation(TypeElement type) {
    TypeElement annotation = elements.getTypeElement(elements.getModuleOf(type), GENERATED);
    return Optional.ofNullable(annotation)
        .map(it -> AnnotationSpec.builder(ClassName.get(it)).addMember("value", "$S", PROCESSOR))
        .map(AnnotationSpec.Builder::build);
  }

  /** A nested class is as visible as what surrounds it. */
  private static boolean isPublic(TypeElement type) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (!at.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A class of the package takes precedence over one of {@code java.lang}, which needs no import.
   */
  private void avoidClashesWithPackage(TypeElement type, TypeSpec.Builder builder) {
    for (TypeElement other :
        ElementFilter.typesIn(elements.getPackageOf(type).getEnclosedElements())) {
      String name = other.getSimpleName().toString();
      if (elements.getTypeElement(JAVA_LANG + name) != null) {
        builder.alwaysQualify(name);
      }
    }
  }

  private static void add(
      Members members,
      TypeSpec.Builder builder,
      List<FieldSpec> constants,
      Set<StaticImport> imports) {
    constants.addAll(members.fields());
    builder.addMethods(members.methods());
    builder.addTypes(members.types());
    imports.addAll(members.staticImports());
  }

  private static JavaFile file(AsyncOwner owner, TypeSpec type, Set<StaticImport> imports) {
    JavaFile.Builder file =
        JavaFile.builder(owner.generatedName().packageName(), type)
            .indent("  ")
            .skipJavaLangImports(true);
    imports.forEach(it -> file.addStaticImport(it.owner(), it.member()));
    return file.build();
  }
}
