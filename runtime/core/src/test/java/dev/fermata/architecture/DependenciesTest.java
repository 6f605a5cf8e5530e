package dev.fermata.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The runtime needs nothing but the JDK, and its layers know only those below them. */
@AnalyzeClasses(packages = "dev.fermata", importOptions = DoNotIncludeTests.class)
class DependenciesTest {
  @ArchTest
  static final ArchRule needsNothingButTheJdk =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.fermata..",
              "java..",
              "javax.management..",
              "com.sun.net.httpserver..",
              "jdk.jfr..",
              "org.jspecify.annotations..")
          .because("a program that takes the runtime takes nothing else");

  @ArchTest
  static final ArchRule theCoreDoesNotKnowWhatIsBuiltOnIt =
      noClasses()
          .that()
          .resideInAnyPackage("dev.fermata", "dev.fermata.machine..", "dev.fermata.internal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.fermata.sync..", "dev.fermata.patterns..")
          .because("locks, queues and patterns are made of coroutines, not the other way round");

  @ArchTest
  static final ArchRule locksAndQueuesDoNotKnowThePatterns =
      noClasses()
          .that()
          .resideInAPackage("dev.fermata.sync..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.fermata.patterns..")
          .because("patterns are made of locks and queues, not the other way round");
}
