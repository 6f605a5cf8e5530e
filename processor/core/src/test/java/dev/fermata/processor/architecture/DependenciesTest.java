package dev.fermata.processor.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the processor may use beside itself. */
@AnalyzeClasses(packages = "dev.fermata.processor", importOptions = DoNotIncludeTests.class)
class DependenciesTest {
  @ArchTest
  static final ArchRule usesNoInternalsOfTheCompilerAndNoOtherLibrary =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.fermata.processor..",
              "java..",
              "javax.annotation.processing..",
              "javax.lang.model..",
              "javax.tools..",
              "com.sun.source..",
              "com.palantir.javapoet..",
              "com.google.auto.service..",
              "org.jspecify.annotations..")
          .because("the processor works on any JDK from 17 on, and shades what it brings along")
          .allowEmptyShould(true);
}
