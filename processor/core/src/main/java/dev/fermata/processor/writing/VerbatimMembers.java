package dev.fermata.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Members of a class as they stand in the user's source.
 *
 * <p>JavaPoet knows members by their parts only. Text that is to become one is handed to it as an
 * initialiser, where types in it are imported as anywhere else, and taken out of that when the file
 * is written.
 */
public final class VerbatimMembers {
  private static final String BEGIN = "// <members>";
  private static final String END = "// </members>";
  private static final Pattern INITIALIZER =
      Pattern.compile(
          "^( *)\\{\\R *" + BEGIN + "\\R(.*?)^ *" + END + "\\R\\1\\}$",
          Pattern.MULTILINE | Pattern.DOTALL);

  private VerbatimMembers() {}

  /** Adds members to a class. */
  public static void add(TypeSpec.Builder type, CodeBlock members) {
    type.addInitializerBlock(
        CodeBlock.builder().add(BEGIN + "\n").add(members).add("\n" + END + "\n").build());
  }

  /** The text of a file with the members in their places. */
  public static String unwrap(String file) {
    Matcher initializer = INITIALIZER.matcher(file);
    StringBuilder text = new StringBuilder();
    while (initializer.find()) {
      String members = initializer.group(2).replaceAll("(?m)^  ", "").stripTrailing();
      initializer.appendReplacement(text, Matcher.quoteReplacement(members));
    }
    return initializer.appendTail(text).toString();
  }
}
