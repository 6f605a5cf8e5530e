package dev.fermata.lombok;

import dev.fermata.processor.FermataProcessor;
import java.lang.reflect.Constructor;
import java.util.List;
import javax.annotation.processing.Processor;

/** The orders in which a user may list the two processors. */
enum Order {
  LOMBOK_FIRST {
    @Override
    List<Processor> processors() {
      return List.of(lombok(), new FermataProcessor());
    }
  },
  LOMBOK_LAST {
    @Override
    List<Processor> processors() {
      return List.of(new FermataProcessor(), lombok());
    }
  };

  /** New processors for one compilation. */
  abstract List<Processor> processors();

  private static Processor lombok() {
    try {
      Constructor<?> constructor =
          Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
              .getDeclaredConstructor();
      constructor.setAccessible(true);
      return (Processor) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Lombok has changed", e);
    }
  }
}
