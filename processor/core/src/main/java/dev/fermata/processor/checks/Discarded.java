package dev.fermata.processor.checks;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.util.TreePath;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * The result of a call that nobody takes.
 *
 * @param call the call, or the reference to a method
 * @param at the tree to point at
 * @param method what is called
 * @param kind what its result is
 * @param taker the functional interface whose method returns nothing, and is to be implemented by
 *     the call; none if the call is a statement
 */
record Discarded(
    ExpressionTree call,
    TreePath at,
    ExecutableElement method,
    RuntimeTypes.Kind kind,
    Optional<String> taker) {}
