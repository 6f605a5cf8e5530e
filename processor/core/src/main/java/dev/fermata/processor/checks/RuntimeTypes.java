package dev.fermata.processor.checks;

import dev.fermata.processor.model.RuntimeNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What the types of expressions are to the runtime. A subtype is what its supertype is. */
final class RuntimeTypes {
  /** What one can do with a value. */
  enum Kind {
    /** Runs once it is awaited or started, and not before. */
    COROUTINE,
    /** Runs as its elements are asked for. */
    GENERATOR,
    /** A result of something that runs already. */
    DEFERRED,
    /** Something else that has to be awaited. */
    AWAITABLE,
    /** Nothing of all that. */
    OTHER
  }

  private static final Map<String, Kind> KINDS =
      Map.of(
          RuntimeNames.COROUTINE.canonicalName(), Kind.COROUTINE,
          RuntimeNames.ASYNC_GENERATOR.canonicalName(), Kind.GENERATOR,
          RuntimeNames.DEFERRED.canonicalName(), Kind.DEFERRED,
          RuntimeNames.AWAITABLE.canonicalName(), Kind.AWAITABLE);

  private final Types types;
  private final Map<TypeElement, Kind> known = new HashMap<>();

  RuntimeTypes(Types types) {
    this.types = types;
  }

  /** What values of this type are; of a type with errors nothing is known. */
  Kind kindOf(@Nullable TypeMirror type) {
    if (type == null) {
      return Kind.OTHER;
    }
    return switch (type.getKind()) {
      case DECLARED -> kindOf((TypeElement) ((DeclaredType) type).asElement());
      case TYPEVAR -> kindOf(((TypeVariable) type).getUpperBound());
      case INTERSECTION -> firstOf(((IntersectionType) type).getBounds());
      default -> Kind.OTHER;
    };
  }

  private Kind kindOf(TypeElement type) {
    Kind kind = known.get(type);
    if (kind == null) {
      Kind named = KINDS.get(type.getQualifiedName().toString());
      kind = named == null ? firstOf(types.directSupertypes(types.erasure(type.asType()))) : named;
      known.put(type, kind);
    }
    return kind;
  }

  private Kind firstOf(List<? extends TypeMirror> all) {
    return all.stream()
        .map(this::kindOf)
        .filter(kind -> kind != Kind.OTHER)
        .findFirst()
        .orElse(Kind.OTHER);
  }
}
