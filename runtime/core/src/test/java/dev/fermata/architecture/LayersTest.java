package dev.fermata.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.fermata.machine.Bodies;
import dev.fermata.machine.Loops;
import dev.fermata.machine.Resources;
import dev.fermata.machine.Stages;

/**
 * The layers of the core, each knowing those before it: loop, machine, task, scope, flow, body;
 * locks and queues, which are made of tasks; and patterns on top. The public types are known by
 * all, as the words in which they talk; the entries for generated code stand above all.
 */
@AnalyzeClasses(packages = "dev.fermata", importOptions = DoNotIncludeTests.class)
class LayersTest {
  private static final String LOOP = "dev.fermata.internal.loop..";
  private static final String MACHINE = "dev.fermata.machine..";
  private static final String FLIGHT = "dev.fermata.internal.flight..";
  private static final String WATCH = "dev.fermata.internal.watch..";
  private static final String TASK = "dev.fermata.internal.task..";
  private static final String SCOPE = "dev.fermata.internal.scope..";
  private static final String FLOW = "dev.fermata.internal.flow..";
  private static final String BODY = "dev.fermata.internal.body..";
  private static final String SYNC = "dev.fermata.sync..";
  private static final String PATTERNS = "dev.fermata.patterns..";

  /** What generated code calls; what extends it and runs it, is the machine layer. */
  private static final DescribedPredicate<JavaClass> ENTRIES =
      JavaClass.Predicates.belongToAnyOf(Bodies.class, Loops.class, Resources.class, Stages.class);

  @ArchTest
  static final ArchRule theLoopKnowsNoTasks =
      noClasses()
          .that()
          .resideInAnyPackage(LOOP, FLIGHT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(MACHINE, TASK, SCOPE, FLOW, BODY, WATCH)
          .because("what takes turns is of no concern to who lets it");

  @ArchTest
  static final ArchRule machinesKnowNoTasks =
      noClasses()
          .that(resideInAPackage(MACHINE).and(DescribedPredicate.not(ENTRIES)))
          .should()
          .dependOnClassesThat(resideInAnyPackage(LOOP, TASK, SCOPE, FLOW, BODY).or(ENTRIES))
          .because("a machine is run by whatever implements Execution");

  @ArchTest
  static final ArchRule tasksKnowNoScopes =
      noClasses()
          .that()
          .resideInAPackage(TASK)
          .should()
          .dependOnClassesThat(resideInAnyPackage(SCOPE, FLOW, BODY, WATCH).or(ENTRIES))
          .because("scopes are made of tasks");

  @ArchTest
  static final ArchRule scopesKnowNoBodies =
      noClasses()
          .that()
          .resideInAPackage(SCOPE)
          .should()
          .dependOnClassesThat(resideInAnyPackage(FLOW, BODY).or(ENTRIES))
          .because("bridges to the JDK are made of scopes, and how a body runs is of no concern");

  @ArchTest
  static final ArchRule bridgesKnowNoBodies =
      noClasses()
          .that()
          .resideInAPackage(FLOW)
          .should()
          .dependOnClassesThat(resideInAPackage(BODY).or(ENTRIES))
          .because("how a body runs is of no concern to a bridge");

  @ArchTest
  static final ArchRule locksAndQueuesKnowTasksOnly =
      noClasses()
          .that()
          .resideInAPackage(SYNC)
          .should()
          .dependOnClassesThat(resideInAnyPackage(SCOPE, FLOW, BODY).or(ENTRIES))
          .because("they are what tasks wait for, and nothing more");

  @ArchTest
  static final ArchRule patternsAreWrittenAsUsersWriteThem =
      classes()
          .that()
          .resideInAPackage(PATTERNS)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "dev.fermata",
                  "dev.fermata.annotations",
                  MACHINE,
                  SYNC,
                  PATTERNS,
                  "java..",
                  "org.jspecify.."))
          .because("patterns are @Async code like that of users, made of what users have");

  @ArchTest
  static final ArchRule whoWatchesKnowsTasksOnly =
      noClasses()
          .that()
          .resideInAPackage(WATCH)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(MACHINE, SCOPE, FLOW, BODY, SYNC, PATTERNS).or(ENTRIES))
          .because("what is shown of tasks is what reports say");

  @ArchTest
  static final ArchRule onlyTheApiSwitchesOnWhoWatches =
      classes()
          .that()
          .resideInAPackage(WATCH)
          .should()
          .onlyHaveDependentClassesThat(
              resideInAnyPackage("dev.fermata", "dev.fermata.management", WATCH))
          .because("nothing depends on being watched");

  @ArchTest
  static final ArchRule nothingKnowsThePatterns =
      noClasses()
          .that()
          .resideOutsideOfPackage(PATTERNS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(PATTERNS)
          .because("patterns stand on top of all");
}
