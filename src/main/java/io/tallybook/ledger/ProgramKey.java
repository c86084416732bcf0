package io.tallybook.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Product keys and tokens from the benefits page of Partner Center; a token is the key of a cloud service. */
@RecordType(
        name = "program_keys",
        about =
                "product keys and tokens from the benefits page of Partner Center; a token is the key of a cloud service",
        area = "partner",
        key = {"key"})
public record ProgramKey(
        @Column(type = ColumnType.ID, required = true, about = "number of the key or token (not the secret string)")
        String key,

        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.ID) String offer,

        @Column(type = ColumnType.TEXT, required = true, about = "product or cloud service, named as in offer_benefits")
        String product,

        @Column(type = ColumnType.YESNO, about = "it is a cloud service")
        YesNo cloud,

        @Column(type = ColumnType.CODE, about = "MAK = Multiple Activation Key") @Nullable
        Type type,

        @Column(
                type = ColumnType.TEXT,
                about = "the Product Key column as exported; only the words Not Required are read")
        String productKey,

        @Column(type = ColumnType.INTEGER, min = "0", about = "seats or licenses of the key as granted") @Nullable
        Integer seats,

        @Column(type = ColumnType.INTEGER, min = "0", about = "number of activations that the key has") @Nullable
        Integer activationLimit,

        @Column(
                type = ColumnType.INTEGER,
                min = "0",
                about = "number that it had when it was issued; blank = not recorded")
        @Nullable
        Integer issuedLimit,

        @Column(type = ColumnType.ID, about = "the key that this one was made from, by dividing or combining")
        String parent,

        @Column(type = ColumnType.ID, about = "the token that this one replaces")
        String replaces,

        @Column(type = ColumnType.DATE, about = "a row issued after the as-of date is ignored") @Nullable
        LocalDate issued,

        @Column(type = ColumnType.CODE) @Nullable IssuedTo issuedTo,

        @Column(type = ColumnType.DATE, about = "last day on which it was reactivated by hand; blank = never") @Nullable
        LocalDate reactivated,

        @Column(type = ColumnType.DATE, about = "day on which a replacement token was asked for; blank = never")
        @Nullable
        LocalDate replacementRequested)
        implements LedgerRecord {

    /** Values of the column {@code type}. */
    public enum Type {
        PRODUCT_KEY,
        MAK,
        TOKEN,
        NOT_REQUIRED
    }

    /** Values of the column {@code issued_to}. */
    public enum IssuedTo {
        ORGANIZATION,
        PERSON
    }
}
