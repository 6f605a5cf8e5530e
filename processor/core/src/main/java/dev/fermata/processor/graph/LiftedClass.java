package dev.fermata.processor.graph;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A class of a body that becomes a member of the generated class, since more than one state or an
 * async block refers to it.
 *
 * <p>It stands in a class of its own, its scope, which has a field for each variable that it
 * captures. Each time that control comes to the declaration a scope is made, as it is then that
 * Java captures; instances are created in it, so that they have what they capture before their
 * superclass is constructed, as Java has it too (JLS 15.9.2 and 8.8.7.1).
 *
 * @param type the class
 * @param tree its members
 * @param creation the expression that declares an anonymous class, else null
 * @param name its simple name
 * @param scopeName the name of the class that it stands in
 * @param captured the variables that it captures
 * @param instances whether it has instances that know their scope; records, enums and interfaces
 *     have none (JLS 14.3)
 */
public record LiftedClass(
    TypeElement type,
    ClassTree tree,
    @Nullable NewClassTree creation,
    String name,
    String scopeName,
    Set<Local> captured,
    boolean instances) {}
