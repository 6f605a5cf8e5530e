package consumer.processor;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Of a record: generates its key, and in the next round, out of that, a table. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Keyed {}
