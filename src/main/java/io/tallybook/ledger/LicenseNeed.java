package io.tallybook.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Commercial licenses that the partner needs and has, one row per product. */
@RecordType(
        name = "license_needs",
        about = "commercial licenses that the partner needs and has, one row per product",
        area = "partner",
        key = {"need"})
public record LicenseNeed(
        @Column(type = ColumnType.ID, required = true) String need,
        @Column(type = ColumnType.ID, required = true) String account,
        @Column(type = ColumnType.TEXT, required = true) String product,

        @Column(
                type = ColumnType.DECIMAL,
                required = true,
                min = "0",
                about = "licenses needed; use that the program itself permits is not counted here")
        BigDecimal required,

        @Column(type = ColumnType.DECIMAL, min = "0", about = "licenses held from commercial channels") @Nullable
        BigDecimal commercialHeld,

        @Column(type = ColumnType.DECIMAL, min = "0", about = "licenses from the program; shown, never counted")
        @Nullable
        BigDecimal programHeld)
        implements LedgerRecord {}
