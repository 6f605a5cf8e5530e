package dev.fermata.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.compilation.Javac;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code MissingAwait} in code that is written against other libraries. */
class MissingAwaitTest {
  private static final String SERVICE =
      """
      package app;
      public interface Service {
        dev.fermata.Coroutine<String> fetch(String uri);
      }
      """;

  @TempDir Path directory;

  @Test
  void whatMocksAreToldIsNoCall() {
    assertEquals(
        List.of(),
        said(
            "org/mockito/Mockito.java",
            """
            package org.mockito;
            public class Mockito {
              public static <T> T verify(T mock) { return mock; }
              public static Stubber doReturn(Object value) { return new Stubber(); }
            }
            """,
            "org/mockito/Stubber.java",
            """
            package org.mockito;
            public class Stubber {
              public <T> T when(T mock) { return mock; }
            }
            """,
            "app/ServiceTest.java",
            """
            package app;
            import static org.mockito.Mockito.*;
            class ServiceTest {
              void tests(Service service) {
                verify(service).fetch("a");
                doReturn(null).when(service).fetch("b");
              }
            }
            """));
  }

  @Test
  void whatIsExpectedToFailMayFailBeforeItReturns() {
    assertEquals(
        List.of("ServiceTest.java:6"),
        said(
            "org/junit/jupiter/api/function/Executable.java",
            """
            package org.junit.jupiter.api.function;
            public interface Executable {
              void execute() throws Throwable;
            }
            """,
            "org/junit/jupiter/api/Assertions.java",
            """
            package org.junit.jupiter.api;
            import org.junit.jupiter.api.function.Executable;
            public class Assertions {
              public static <T extends Throwable> T assertThrows(Class<T> type, Executable action) {
                return null;
              }
            }
            """,
            "app/ServiceTest.java",
            """
            package app;
            import static org.junit.jupiter.api.Assertions.*;
            class ServiceTest {
              void tests(Service service) {
                assertThrows(Error.class, () -> {
                  service.fetch("lost");
                  service.fetch("b");
                });
                assertThrows(Error.class, () -> service.fetch("c"));
                assertThrows(Error.class, () -> { service.fetch("d"); });
                assertThrows(Error.class, service::toString);
              }
            }
            """));
  }

  @Test
  void needsNoAsyncMethodInTheCompilation() {
    assertEquals(
        List.of("Worker.java:4"),
        said(
            "app/Worker.java",
            """
            package app;
            class Worker {
              void work(dev.fermata.sync.AsyncQueue<String> jobs) {
                jobs.take();
              }
            }
            """));
  }

  @Test
  void survivesCodeWithErrors() {
    assertEquals(
        List.of(
            "Broken.java:4", "Broken.java:5", "Broken.java:6", "Broken.java:7", "Broken.java:8"),
        said(
                "app/Broken.java",
                """
                package app;
                class Broken {
                  void broken(Service service) {
                    service.fetsh("a");
                    missing.fetch("b").fetch("c");
                    unknown(() -> service.fetch("d"));
                    Runnable unclear = service::fetsh;
                    Absent absent = () -> service.fetch("e");
                  }
                }
                """)
            .stream()
            .distinct()
            .toList());
  }

  private List<String> said(String... files) {
    Javac javac = Javac.in(directory).source("app/Service.java", SERVICE).fermata();
    for (int at = 0; at < files.length; at += 2) {
      javac.source(files[at], files[at + 1]);
    }
    return javac.run().messages().stream()
        .map(message -> message.file() + ":" + message.line())
        .toList();
  }
}
