package dev.fermata.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.compilation.Compiled;
import dev.fermata.compilation.Javac;
import dev.fermata.compilation.Message;
import dev.fermata.compilation.Writing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that other processors write, early, late or never. */
class RoundsTest {
  private static final String IMPORTS =
      """
      import static dev.fermata.Coroutines.*;
      import dev.fermata.*;
      import dev.fermata.annotations.Async;
      """;

  /** An annotation that might be an order to some processor. */
  private static final String MADE = "@interface Made {}";

  private static final String USES_IN_BODY =
      IMPORTS
          + """
          @Made
          class User {
            @Async
            Coroutine<String> name() {
              var other = new Other();
              return done(await(done("x")) + other.name());
            }
          }
          """;

  private static final String NAMES_GENERATED =
      """
      class Main {
        final AsyncUser user = new AsyncUser();
      }
      """;

  private static final String OTHER =
      """
      class Other {
        String name() {
          return "other";
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void waitsThoughNoAnnotationIsAnOrderToAnyone() {
    Compiled compiled =
        Javac.in(directory)
            .source("User.java", USES_IN_BODY.replace("@Made\n", ""))
            .source("Main.java", NAMES_GENERATED)
            .options("-Werror")
            .processor(new Writing().in(1, "Other", OTHER))
            .fermata()
            .run();
    assertEquals(List.of(), compiled.messages());
    assertTrue(generated(compiled, "AsyncUser").contains("new Other()"));
  }

  @Test
  void knowsTheTypesOfRoundsWithoutOwners() {
    Compiled compiled =
        Javac.in(directory)
            .source("Other.java", OTHER)
            .source("Main.java", NAMES_GENERATED)
            .options("-Werror")
            .fermata()
            .processor(new Writing().in(1, "User", USES_IN_BODY.replace("@Made\n", "")))
            .run();
    assertEquals(List.of(), compiled.messages());
    assertTrue(generated(compiled, "AsyncUser").contains("new Other()"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void waitsForAClassThatABodyUses(int round) throws IOException {
    Writing other = new Writing();
    for (int before = 1; before < round; before++) {
      other.in(before, "Step" + before, "class Step" + before + " {}");
    }
    Compiled compiled =
        Javac.in(directory)
            .source("Made.java", MADE)
            .source("User.java", USES_IN_BODY)
            .source("Main.java", NAMES_GENERATED)
            .options("-Werror")
            .fermata()
            .processor(other.in(round, "Other", OTHER))
            .run();
    assertEquals(List.of(), compiled.messages());
    assertTrue(generated(compiled, "AsyncUser").contains("new Other()"));
    assertNothingLeft(compiled);
  }

  @Test
  void aBodyMayNameTheClassOfAnOwnerThatHasToWait() {
    Compiled compiled =
        Javac.in(directory)
            .source(
                "Account.java",
                IMPORTS
                    + """
                    class Account {
                      @Async
                      Coroutine<Integer> check(int amount) {
                        return done(amount);
                      }

                      @Async
                      static Coroutine<Integer> sum() {
                        return done(await(new AsyncCautious(1).check(2)) + await(new AsyncWary(2).check(3)));
                      }
                    }
                    """)
            .source(
                "Cautious.java",
                IMPORTS
                    + """
                    class Cautious extends AsyncAccount {
                      Cautious(int limit) {}

                      @Override
                      @Async
                      Coroutine<Integer> check(int amount) {
                        return done(await(super.check(amount)));
                      }
                    }
                    """)
            .source(
                "Wary.java",
                IMPORTS
                    + """
                    class Wary extends AsyncCautious {
                      Wary(int limit) { super(limit); }

                      @Override
                      @Async
                      Coroutine<Integer> check(int amount) {
                        return done(await(super.check(amount)));
                      }
                    }
                    """)
            .options("-Werror")
            .fermata()
            .run();
    assertEquals(List.of(), compiled.messages());
    assertTrue(generated(compiled, "AsyncAccount").contains("new AsyncWary(2)"));
  }

  @Test
  void aSignatureMayNameTheGeneratedClassOfItsOwner() {
    Compiled compiled =
        Javac.in(directory)
            .source(
                "first/Account.java",
                "package first;"
                    + IMPORTS
                    + """
                    import second.AsyncBank;
                    public class Account {
                      @Async
                      public Coroutine<AsyncAccount> copy(AsyncBank bank) {
                        return done(await(new AsyncAccount().copy(bank)));
                      }
                    }
                    """)
            .source(
                "second/Bank.java",
                "package second;"
                    + IMPORTS
                    + """
                    import java.util.Map;
                    public class Bank {
                      public Bank() {}

                      public Bank(first.AsyncAccount account) {}

                      @Async
                      public Coroutine<Map<String, first.AsyncAccount>> all(AsyncBank[] others) {
                        return done(Map.of("", await(new first.AsyncAccount().copy(new AsyncBank()))));
                      }
                    }
                    """)
            .options("-Werror")
            .fermata()
            .run();
    assertEquals(List.of(), compiled.messages());
    assertTrue(
        generated(compiled, "first/AsyncAccount")
            .contains("Coroutine<AsyncAccount> copy(AsyncBank bank)"));
  }

  @Test
  void aSignatureMayNotNameTheGeneratedClassOfItsOwnerWithTypeArguments() {
    Compiled compiled =
        Javac.in(directory)
            .source(
                "Box.java",
                IMPORTS
                    + """
                    class Box<T> {
                      @Async
                      Coroutine<AsyncBox<T>> copy() {
                        AsyncBox<T> copy = new AsyncBox<>();
                        return done(await(copy.copy()));
                      }
                    }
                    """)
            .source("Main.java", "class Main { Box<String> box = new AsyncBox<>(); }")
            .fermata()
            .run();
    assertEquals(
        List.of(
            "Box.java:6:21 AsyncBox<T> is generated from this class or another that waits for it, so"
                + " it cannot be declared here with type arguments; declare the class that it extends"),
        compiled.messages().stream()
            .map(it -> it.file() + ":" + it.line() + ":" + it.column() + " " + it.text())
            .toList());
  }

  @Test
  void waitsForAClassThatIsMadeOutOfItsOwn() {
    Compiled compiled =
        Javac.in(directory)
            .source("Made.java", MADE)
            .source("User.java", USES_IN_BODY)
            .source(
                "Base.java",
                IMPORTS + "class Base { @Async Coroutine<Void> run() { return done(); } }")
            .options("-Werror")
            .fermata()
            .processor(
                new Writing()
                    .in(
                        2,
                        "Other",
                        "class Other extends AsyncBase { String name() { return \"\"; } }"))
            .run();
    assertEquals(List.of(), compiled.messages());
    assertTrue(generated(compiled, "AsyncUser").contains("new Other()"));
  }

  @Test
  void waitsForAClassThatASignatureNames() {
    Compiled compiled =
        Javac.in(directory)
            .source(
                "User.java",
                IMPORTS
                    + """
                    class User<T extends Other> {
                      User(Other other) throws other.Problem {}

                      @Async
                      Coroutine<java.util.List<? extends Other>> find(Other[] others) {
                        return done(java.util.List.of(others));
                      }
                    }
                    """)
            .options("-Werror")
            .fermata()
            .processor(
                new Writing()
                    .in(1, "Other", OTHER)
                    .in(
                        2,
                        "other.Problem",
                        "package other; public class Problem extends Exception {"
                            + " private static final long serialVersionUID = 1; }"))
            .run();
    assertEquals(List.of(), compiled.messages());
    assertTrue(generated(compiled, "AsyncUser").contains("AsyncUser(Other other) throws Problem"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@Made "})
  void leavesAMissingClassInABodyToJavac(String annotation) throws IOException {
    Compiled compiled =
        Javac.in(directory)
            .source("Made.java", MADE)
            .source("User.java", USES_IN_BODY.replace("@Made\n", annotation))
            .source("Main.java", NAMES_GENERATED)
            .fermata()
            .processor(new Writing())
            .run();
    assertEquals(List.of("User.java compiler.err.cant.resolve.location"), codes(compiled));
    assertNothingLeft(compiled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Coroutine<Other> find() { return done(null); }",
        "Coroutine<Void> find(Other other) { return done(); }",
        "<T extends Other> Coroutine<T> find() { return done(null); }",
        "Coroutine<Void> find() throws Other { return done(); }"
      })
  void leavesAMissingClassInASignatureToJavac(String method) throws IOException {
    Compiled compiled =
        Javac.in(directory)
            .source("User.java", IMPORTS + "class User { @Async " + method + " }")
            .source("Main.java", NAMES_GENERATED)
            .fermata()
            .run();
    assertEquals(List.of("User.java compiler.err.cant.resolve.location"), codes(compiled));
    assertNothingLeft(compiled);
  }

  @Test
  void leavesAMissingSuperclassToJavac() {
    Compiled compiled =
        Javac.in(directory)
            .source(
                "User.java",
                IMPORTS
                    + "class User extends Other { @Async Coroutine<Void> f() { return done(); } }")
            .source("Main.java", NAMES_GENERATED)
            .fermata()
            .run();
    assertEquals(List.of("User.java compiler.err.cant.resolve"), codes(compiled));
  }

  @Test
  void leavesErrorsOfBodiesToJavac() {
    Compiled compiled =
        Javac.in(directory)
            .source(
                "User.java",
                IMPORTS
                    + """
                    class User {
                      @Async
                      Coroutine<String> mismatch() {
                        int length = await(done("x"));
                        return done("x");
                      }

                      @Async
                      static Coroutine<String> fine() {
                        return done("x");
                      }

                      String plain() {
                        return 1;
                      }
                    }
                    """)
            .source("Main.java", NAMES_GENERATED)
            .source("Caller.java", "class Caller { Object x = AsyncUser.fine(); }")
            .fermata()
            .run();
    assertEquals(
        List.of("User.java compiler.err.prob.found.req", "User.java compiler.err.prob.found.req"),
        codes(compiled));
  }

  @Test
  void addsNothingToAnErrorOfAnotherProcessor() {
    Compiled compiled =
        Javac.in(directory)
            .source("User.java", USES_IN_BODY.replace("@Made\n", ""))
            .source("Main.java", NAMES_GENERATED)
            .source("Other.java", OTHER)
            .fermata()
            .processor(new Complaining())
            .run();
    assertEquals(List.of(" compiler.err.proc.messager"), codes(compiled));
  }

  @Test
  void anEarlierOutputOnTheClassPathIsNoObstacle() {
    for (String result : List.of("first", "second")) {
      Compiled compiled =
          Javac.in(directory)
              .source(
                  "User.java",
                  IMPORTS
                      + "class User { @Async Coroutine<String> f() { return done(\""
                      + result
                      + "\"); } }")
              .source("Main.java", NAMES_GENERATED)
              .options("-Werror")
              .onClassPath(directory.resolve("classes"))
              .fermata()
              .run();
      assertEquals(List.of(), compiled.messages());
      assertTrue(generated(compiled, "AsyncUser").contains(result));
    }
  }

  private static String generated(Compiled compiled, String name) {
    return compiled.generated().get(name + ".java");
  }

  private static List<String> codes(Compiled compiled) {
    return compiled.messages().stream().map(RoundsTest::code).toList();
  }

  private static String code(Message message) {
    return message.file() + " " + message.code();
  }

  private static void assertNothingLeft(Compiled compiled) throws IOException {
    try (Stream<Path> files = Files.walk(compiled.classes())) {
      Set<String> left =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.contains("$Round"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(Set.of(), left);
    }
  }
}
