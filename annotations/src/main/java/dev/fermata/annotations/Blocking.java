package dev.fermata.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a method blocks the thread that calls it: it waits for input, output, a lock or another
 * thread. On a type it says so of every method that the type declares.
 *
 * <p>Calling such a method in an {@link Async} body holds up every other task of the event loop for
 * as long as it blocks. Move the call off the loop instead:
 *
 * <pre>{@code
 * interface Ledger {
 *   @Blocking
 *   Balance balance(Account account);
 * }
 *
 * @Async
 * Coroutine<Balance> balance(Account account) {
 *   return toThread(() -> ledger.balance(account));
 * }
 * }</pre>
 *
 * <p>The annotation changes nothing that runs. The diagnostic {@code BlockingCall} reports such
 * calls in {@link Async} bodies, of this method and of those that override it.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface Blocking {}
