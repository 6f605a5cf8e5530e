package dev.fermata.processor.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;

/** Each package is one stage of the pipeline and knows only the stages that come before it. */
@AnalyzeClasses(packages = "dev.fermata.processor", importOptions = DoNotIncludeTests.class)
class PackageDirectionTest {
  private static final String ROOT = "dev.fermata.processor";

  /** From the driver down; a package may depend on those that stand after it. */
  private static final List<String> PACKAGES =
      List.of(
          ROOT,
          ROOT + ".checks",
          ROOT + ".machine",
          ROOT + ".writing",
          ROOT + ".lowering",
          ROOT + ".flow",
          ROOT + ".graph",
          ROOT + ".analysis",
          ROOT + ".discovery",
          ROOT + ".model",
          ROOT + ".diagnostics",
          ROOT + ".environment");

  @ArchTest
  static void everyPackageHasItsPlace(JavaClasses classes) {
    classes()
        .should()
        .resideInAnyPackage(withSubpackages(PACKAGES))
        .because("a new package has to take its place in the list of this test")
        .allowEmptyShould(true)
        .check(classes);
  }

  @ArchTest
  static void noPackageDependsOnALaterStage(JavaClasses classes) {
    for (int place = 1; place < PACKAGES.size(); place++) {
      noClasses()
          .that()
          .resideInAPackage(PACKAGES.get(place) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(laterStages(place))
          .because("dependencies point down the pipeline only")
          .allowEmptyShould(true)
          .check(classes);
    }
  }

  /** The driver has no subpackages of its own, or it would be every package. */
  private static String[] laterStages(int place) {
    String[] stages = withSubpackages(PACKAGES.subList(0, place));
    stages[0] = ROOT;
    return stages;
  }

  private static String[] withSubpackages(List<String> packages) {
    return packages.stream()
        .map(name -> name.equals(ROOT) ? ROOT : name + "..")
        .toArray(String[]::new);
  }
}
