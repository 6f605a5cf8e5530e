package dev.fermata.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each case of the list has a program or a test that bears its number. */
final class ListTest {

  private static final List<Class<?>> TESTS =
      List.of(
          MemoryTest.class,
          RecompiledTypesTest.class,
          SeveralUnitsTest.class,
          StackTraceTest.class,
          SizeTest.class,
          MisplacedAwaitTest.class,
          MalformedCodeTest.class,
          OutputTest.class);

  @Test
  void isComplete() {
    TreeSet<String> missing = list();
    Stream.concat(programs(), methods())
        .map(name -> name.replaceAll("[b-z]?(:.*)?$", ""))
        .forEach(missing::remove);
    assertEquals(Set.of(), missing);
  }

  private static TreeSet<String> list() {
    return Stream.of(
            numbers("A", 48),
            numbers("B", 27),
            numbers("C", 40),
            numbers("D", 9),
            numbers("E", 19),
            numbers("F", 13),
            numbers("G", 14),
            numbers("H", 11),
            numbers("I", 7))
        .flatMap(Function.identity())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> numbers(String section, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> section + number);
  }

  private static Stream<String> programs() {
    return Stream.of("A", "B", "C", "D", "E", "F", "G", "H")
        .flatMap(section -> Cases.all(section).stream())
        .map(Case::number);
  }

  private static Stream<String> methods() {
    return TESTS.stream()
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(DisplayName.class))
        .map(ListTest::displayName);
  }

  private static String displayName(Method method) {
    return method.getAnnotation(DisplayName.class).value();
  }
}
