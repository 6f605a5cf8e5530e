package dev.fermata.processor;

import dev.fermata.processor.analysis.AnalyzedUnit;
import dev.fermata.processor.machine.Audience;
import dev.fermata.processor.model.AsyncOwner;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Prints what became of the methods of the classes for which the user has asked: of all by {@code
 * -Afermata.explain}, of some by {@code -Afermata.explain=Crawler,shop.Cart}.
 */
final class Explanations {
  /** The name of the option. */
  static final String OPTION = "fermata.explain";

  private final Messager messager;
  private final boolean isOn;

  /** The names of classes, simple or qualified, that have not been met. */
  private final Set<String> unmet;

  /** The names that the user has given; none if all are meant. */
  private final Set<String> wanted;

  Explanations(Map<String, String> options, Messager messager) {
    this.messager = messager;
    this.isOn = options.containsKey(OPTION);
    this.wanted = names(options.get(OPTION));
    this.unmet = new LinkedHashSet<>(wanted);
  }

  private static Set<String> names(@Nullable String value) {
    return value == null
        ? Set.of()
        : Arrays.stream(value.split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Those who want to know about the bodies of a class. */
  Audience of(AsyncOwner owner, AnalyzedUnit unit) {
    String name = owner.type().getQualifiedName().toString();
    String simpleName = owner.type().getSimpleName().toString();
    unmet.remove(name);
    unmet.remove(simpleName);
    boolean isWanted =
        isOn && (wanted.isEmpty() || wanted.contains(name) || wanted.contains(simpleName));
    return isWanted ? new Reader(name, unit.originalText()) : Audience.NOBODY;
  }

  /** Says which names were no classes with bodies. */
  void end() {
    for (String name : unmet) {
      messager.printMessage(
          Diagnostic.Kind.WARNING,
          "-A%s=%s: there is no class of this name with @Async methods in this compilation"
              .formatted(OPTION, name));
    }
  }

  /** The user, at the messages of the compiler. */
  private final class Reader implements Audience {
    private final String owner;
    private final List<String> lines;

    Reader(String owner, String source) {
      this.owner = owner;
      this.lines = source.lines().toList();
    }

    @Override
    public boolean listens() {
      return true;
    }

    @Override
    public String line(int number) {
      return lines.get(number - 1);
    }

    @Override
    public void tell(String text) {
      messager.printMessage(Diagnostic.Kind.NOTE, owner + "." + text);
    }
  }
}
