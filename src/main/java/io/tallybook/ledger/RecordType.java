package io.tallybook.ledger;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes an input table, on the record that holds a row of it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RecordType {
    /** Value of {@link #account()} for tables that belong to no account. */
    String SHARED = "none";

    /** Value of {@link #account()} for tables with an account column of their own. */
    String OWN = "";

    /** Name of the table, as users write it. */
    String name();

    /** What a row is, in one line. */
    String about();

    /** The area that the table is documented under. */
    String area();

    /** The columns that make a row unique. */
    String[] key();

    /** How a row finds its account: its own column, or the table that this names, or {@link #SHARED}. */
    String account() default OWN;
}
