package dev.fermata.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the body of a method suspend: {@code await}, {@code emit} and the other words of {@code
 * dev.fermata.Coroutines} may be used in it.
 *
 * <p>For a class {@code Crawler} with such methods the annotation processor writes {@code
 * AsyncCrawler extends Crawler} in the same package, for a nested {@code Outer.Inner} it writes
 * {@code AsyncOuter_Inner}. Each {@code @Async} method is overridden there by one that runs the
 * same body as a state machine; a static one is hidden by a static method of the same signature.
 * Create the generated class, use it as the class that it extends:
 *
 * <pre>{@code
 * abstract class Crawler {
 *   static Crawler create(HttpClient http) {
 *     return new AsyncCrawler(http); // generated
 *   }
 *
 *   @Async
 *   Coroutine<Page> fetch(URI uri) throws IOException {
 *     var response = await(http.sendAsync(get(uri), ofString()), IOException.class);
 *     return done(new Page(uri, response.body()));
 *   }
 * }
 * }</pre>
 *
 * <p>The declared return type says what the method is:
 *
 * <table>
 *   <caption>Return types of an {@code @Async} method</caption>
 *   <tr><th>Return type</th><th>Meaning</th></tr>
 *   <tr><td>{@code Coroutine<T>}</td><td>a coroutine: cold and single-use, nothing runs until it is awaited or
 *     started</td></tr>
 *   <tr><td>{@code AsyncGenerator<T>}</td><td>an async generator: emits elements as its consumer asks for them</td></tr>
 *   <tr><td>{@code CompletionStage<T>}, {@code CompletableFuture<T>}</td><td>started by the call itself, for code that
 *     wants the type of the JDK</td></tr>
 * </table>
 *
 * <p>The method must have a body and must be visible to a subclass in its package: it may not be
 * {@code abstract}, {@code native}, {@code private}, {@code synchronized} or {@code final}. Its
 * class must be one that can be extended from its package. What does not hold is a compile-time
 * error at the method.
 *
 * <p>The body means what it would mean if {@code await} were a call that blocks until the value is
 * there: order of evaluation, exceptions, {@code finally} and checked exceptions are those of Java.
 *
 * <p>The annotation is not inherited: a method that overrides an {@code @Async} method is
 * transformed only if it is annotated itself.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Async {}
