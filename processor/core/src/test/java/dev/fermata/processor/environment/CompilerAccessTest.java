package dev.fermata.processor.environment;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.JavaFileObjects;
import dev.fermata.processor.environment.CompilerAccess.Supported;
import dev.fermata.processor.environment.CompilerAccess.Unsupported;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Environments as build tools hand them out. */
class CompilerAccessTest {

  private static CompilerAccess accessTo(UnaryOperator<ProcessingEnvironment> wrapper) {
    List<CompilerAccess> found = new ArrayList<>();
    javac()
        .withProcessors(
            new AskingProcessor(
                environment -> found.add(CompilerAccess.of(wrapper.apply(environment)))))
        .compile(JavaFileObjects.forSourceString("Empty", "class Empty {}"));
    return found.get(0);
  }

  @Test
  void javacItself() {
    assertThat(accessTo(UnaryOperator.identity())).isInstanceOf(Supported.class);
  }

  @ParameterizedTest
  @CsvSource({"8, false", "11, false", "16, false", "17, true"})
  void javacForAnotherJava(int version, boolean supported) {
    List<CompilerAccess> found = new ArrayList<>();
    javac()
        .withOptions("-source", version)
        .withProcessors(new AskingProcessor(asked -> found.add(CompilerAccess.of(asked))))
        .compile(JavaFileObjects.forSourceString("Empty", "class Empty {}"));

    assertThat(found.get(0) instanceof Supported).isEqualTo(supported);
    if (found.get(0) instanceof Unsupported unsupported) {
      assertThat(unsupported.advice()).startsWith("this compilation is for Java " + version + ",");
    }
  }

  /** As Gradle wraps it. */
  @Test
  void aClassThatDelegates() {
    assertThat(accessTo(environment -> new Delegating(new Delegating(environment))))
        .isInstanceOf(Supported.class);
  }

  /**
   * As IntelliJ IDEA wraps it: a proxy, whose handler keeps an object, which keeps the delegate.
   */
  @Test
  void aProxy() {
    assertThat(accessTo(environment -> proxy(new Keeping(new Keeper(environment)))))
        .isInstanceOf(Supported.class);
  }

  @Test
  void aProxyOfALambda() {
    assertThat(
            accessTo(
                environment ->
                    proxy((self, method, arguments) -> method.invoke(environment, arguments))))
        .isInstanceOf(Supported.class);
  }

  @Test
  void whatHasJavacNowhere() {
    CompilerAccess access = accessTo(environment -> proxy((self, method, arguments) -> "nothing"));

    assertThat(access).isInstanceOf(Unsupported.class);
    assertThat(((Unsupported) access).advice()).contains("compile with javac");
  }

  private static ProcessingEnvironment proxy(InvocationHandler handler) {
    return (ProcessingEnvironment)
        Proxy.newProxyInstance(
            CompilerAccessTest.class.getClassLoader(),
            new Class<?>[] {ProcessingEnvironment.class},
            handler);
  }

  private record Keeper(Object delegate) {}

  private record Keeping(Keeper keeper) implements InvocationHandler {
    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
        throws ReflectiveOperationException {
      return method.invoke(keeper.delegate(), arguments);
    }
  }

  private record Delegating(ProcessingEnvironment delegate) implements ProcessingEnvironment {
    @Override
    public Map<String, String> getOptions() {
      return delegate.getOptions();
    }

    @Override
    public Messager getMessager() {
      return delegate.getMessager();
    }

    @Override
    public Filer getFiler() {
      return delegate.getFiler();
    }

    @Override
    public Elements getElementUtils() {
      return delegate.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return delegate.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return delegate.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return delegate.getLocale();
    }
  }

  /** Hands on the environment that it is given. */
  @SupportedAnnotationTypes("*")
  private static final class AskingProcessor extends AbstractProcessor {
    private final java.util.function.Consumer<ProcessingEnvironment> question;

    AskingProcessor(java.util.function.Consumer<ProcessingEnvironment> question) {
      this.question = question;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (round.processingOver()) {
        question.accept(processingEnv);
      }
      return false;
    }
  }
}
