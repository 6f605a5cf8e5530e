package dev.fermata.matrix;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fermata.laboratory.Batch;
import dev.fermata.laboratory.Entry;
import dev.fermata.laboratory.Exploration;
import dev.fermata.laboratory.Laboratory;
import dev.fermata.laboratory.Program;
import dev.fermata.laboratory.Source;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every template with every subset of its holes awaited, in both modes, under every plan. */
final class MatrixTest {

  private static final Exploration PLANS = Exploration.upTo(100);

  private static final List<String> GROUPS =
      List.of(
          "calls",
          "arrays",
          "assignments",
          "operators",
          "conditions",
          "declarations",
          "loops",
          "jumps",
          "switches",
          "patterns",
          "tries",
          "classes",
          "resources",
          "captures",
          "generators");

  private final Laboratory laboratory = new Laboratory();

  @TestFactory
  Stream<DynamicContainer> groups() {
    return GROUPS.stream().map(this::group);
  }

  private DynamicContainer group(String group) {
    List<Template> templates = Templates.of(group);
    Source scenery = Templates.scenery();
    Batch batch =
        new Batch(laboratory, List.of(scenery), templates.stream().map(Template::source).toList());
    return dynamicContainer(group, templates.stream().map(template -> test(batch, template)));
  }

  private DynamicTest test(Batch batch, Template template) {
    return dynamicTest(
        template.name(),
        () -> {
          Program program = batch.program(template.source());
          for (String method : template.entries()) {
            Entry entry = new Entry(Template.PACKAGE + "." + template.className(), method);
            laboratory.assertSame(program, entry, PLANS);
          }
        });
  }
}
