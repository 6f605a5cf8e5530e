package dev.fermata.processor.writing;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps classes from being imported whose simple names mean something else in the file. */
final class Imports {
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:[^;\\s]+\\.)?([^;.\\s]+);$");

  private Imports() {}

  /**
   * The file without such imports. JavaPoet compares names with those of the classes that code
   * mentions; for {@code Map.Entry} that is {@code Entry}, and {@code Map} is what it imports.
   *
   * @param names the simple names that mean something else
   */
  static GeneratedSource without(
      NamesInScope names, TypeSpec.Builder type, Function<TypeSpec, JavaFile> file) {
    type.alwaysQualify(names.all().toArray(String[]::new));
    JavaFile first = file.apply(type.build());
    String text = first.toString();
    Set<String> members = new LinkedHashSet<>();
    Matcher imported = IMPORT.matcher(text);
    while (imported.find()) {
      if (names.all().contains(imported.group(1))) {
        members.addAll(membersOf(imported.group(1), text));
      }
    }
    return members.isEmpty()
        ? GeneratedSource.of(first, text)
        : again(file.apply(type.alwaysQualify(members.toArray(String[]::new)).build()));
  }

  private static GeneratedSource again(JavaFile file) {
    return GeneratedSource.of(file, file.toString());
  }

  /** The simple names that follow the name of a class somewhere in a text. */
  private static Set<String> membersOf(String type, String text) {
    Set<String> members = new LinkedHashSet<>();
    Matcher nested =
        Pattern.compile(Pattern.quote(type) + "((?:\\.\\p{javaJavaIdentifierPart}+)+)")
            .matcher(text);
    while (nested.find()) {
      members.addAll(Set.of(nested.group(1).substring(1).split("\\.")));
    }
    return members;
  }
}
