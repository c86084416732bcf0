package io.tallybook.ledger;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a column of an input table, on the record component that holds it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {
    ColumnType type();

    /** Name in the header; by default the component's name with underscores. */
    String name() default "";

    boolean required() default false;

    /** What the column means, its unit, and what blank stands for where that is not "not known". */
    String about() default "";

    /** The smallest value allowed. */
    String min() default "";

    /** The largest value allowed. */
    String max() default "";

    /** The value has to be greater than this. */
    String above() default "";

    /** Names of the columns whose date this one must not lie before; the first that is filled counts. */
    String[] notBefore() default {};
}
