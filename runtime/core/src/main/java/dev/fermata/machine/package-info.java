/**
 * The protocol between generated code and the runtime. Not for users: a program names nothing in
 * here, and what it does by hand with these types is not supported.
 *
 * <p>A call of an {@code @Async} method makes one {@link dev.fermata.machine.Machine}: the frame of
 * that call, cold until it is awaited. {@link dev.fermata.machine.Machine#step} runs the body from
 * {@link dev.fermata.machine.Machine#state} to its next suspension, to its end or to its failure.
 * An await goes through {@link dev.fermata.machine.Execution}, which runs the awaited machine at
 * once, by native recursion, and unwinds to the event loop only when something really waits.
 *
 * <p>The rules of the protocol:
 *
 * <ol>
 *   <li>{@code step} returns the result of the body, or {@link
 *       dev.fermata.machine.Machine#SUSPENDED} after an await returned it, or {@link
 *       dev.fermata.machine.Machine#EMITTED} from {@link
 *       dev.fermata.machine.GeneratorMachine#emit}, or throws the failure of the body.
 *   <li>Before it returns one of the two markers it has set {@code state} and has saved what it
 *       needs to go on; after an await returned the marker, nothing else may be awaited.
 *   <li>{@code step} is called again with the outcome of what it waited for: a value, or a failure
 *       that it throws at the await. A generator that is resumed at an {@code emit} may be given a
 *       failure too.
 *   <li>When the body has ended, {@link dev.fermata.machine.Machine#clear} empties the frame.
 *   <li>All of it runs on the thread of one event loop.
 * </ol>
 *
 * <p>The names in here are compiled into users' class files, so they only ever grow.
 */
@NullMarked
package dev.fermata.machine;

import org.jspecify.annotations.NullMarked;
