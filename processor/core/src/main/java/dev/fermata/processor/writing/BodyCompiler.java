package dev.fermata.processor.writing;

import dev.fermata.processor.model.AsyncMethod;
import java.util.Optional;
import java.util.Set;

/** Compiles the bodies of one owner, one after the other, in the order of their declaration. */
public interface BodyCompiler {
  /** Compiles no body: for a class of which only the signatures are wanted. */
  BodyCompiler SIGNATURES = method -> Optional.empty();

  /**
   * The compiled body; empty if it cannot be compiled, for a reason that is reported to the user
   * elsewhere. The method then only has its signature, so that its callers compile.
   */
  Optional<CompiledBody> compile(AsyncMethod method);

  /**
   * The simple names that are declared in the bodies, of variables, types and type parameters, or
   * inherited by types there.
   */
  default Set<String> declaredNames() {
    return Set.of();
  }

  /** What the compiled bodies share; asked for when all of them are compiled. */
  default Members shared() {
    return Members.NONE;
  }
}
