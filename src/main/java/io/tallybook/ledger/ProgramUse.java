package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The partner's own register of program licenses in use - one row per installation, assigned license or purpose. */
@RecordType(
        name = "program_uses",
        about =
                "the partner's own register of program licenses in use - one row per installation, assigned license or purpose",
        area = "partner",
        key = {"use"})
public record ProgramUse(
        @Column(type = ColumnType.ID, required = true) String use,
        @Column(type = ColumnType.ID, required = true) String account,

        @Column(
                type = ColumnType.CODE,
                required = true,
                about = "VISUAL_STUDIO = use of a Visual Studio subscription and what is in it")
        Kind kind,

        @Column(
                type = ColumnType.TEXT,
                required = true,
                about = "the benefit it counts against, named as in offer_benefits")
        String benefit,

        @Column(type = ColumnType.ID, about = "the offer that the license comes from")
        String offer,

        @Column(type = ColumnType.TEXT, about = "installed product without version; blank = the benefit")
        String product,

        @Column(type = ColumnType.TEXT, about = "installed version")
        String version,

        @Column(type = ColumnType.TEXT, about = "version that was granted")
        String grantedVersion,

        @Column(type = ColumnType.CODE, about = "blank = from the product name, see `families` in results-partner.yaml")
        @Nullable
        Family family,

        @Column(type = ColumnType.DECIMAL, min = "0", about = "blank = 1") @Nullable
        BigDecimal quantity,

        @Column(type = ColumnType.ID, about = "who holds or uses it")
        String person,

        @Column(type = ColumnType.ID, about = "machine it is installed on, by a stable number (not a host name)")
        String machine,

        @Column(
                type = ColumnType.ID,
                about =
                        "organization that uses it, or receives it where the purpose is TRANSFER; blank = the partner itself, but not known where the purpose is TRANSFER")
        String organization,

        @Column(
                type = ColumnType.TEXT,
                about = "what it is used for; see `purposes` in results-partner.yaml; compared like a code")
        String purpose,

        @Column(type = ColumnType.TEXT, about = "DEV, TEST, DEMO, SANDBOX or PRODUCTION; compared like a code")
        String environment,

        @Column(
                type = ColumnType.CODE,
                about =
                        "does the use earn money outside - DIRECT, INDIRECT (through a product that is sold later) or NONE; blank = not known")
        @Nullable
        Revenue revenue,

        @Column(type = ColumnType.YESNO, about = "is the customer charged for this work")
        YesNo paid,

        @Column(type = ColumnType.TEXT, about = "the one client that it is done for; blank = no single client")
        String client,

        @Column(
                type = ColumnType.INTEGER,
                min = "0",
                about = "training - number of trainees who are not employees of the partner")
        @Nullable
        Integer nonEmployeeTrainees,

        @Column(type = ColumnType.CODE, about = "who owns the machine, infrastructure or cloud tenant") @Nullable
        MachineOwner machineOwner,

        @Column(type = ColumnType.CODE, about = "whose site it is installed at") @Nullable
        SiteOwner siteOwner,

        @Column(type = ColumnType.YESNO) YesNo activated,

        @Column(
                type = ColumnType.DATE,
                about =
                        "first day, for software the day of installation; a row that starts after the as-of date is ignored; blank = not known")
        @Nullable
        LocalDate start,

        @Column(
                type = ColumnType.DATE,
                notBefore = "start",
                about = "last day, for software the day on which it was uninstalled; blank = still in use")
        @Nullable
        LocalDate ended,

        @Column(
                type = ColumnType.DATE,
                about = "first day on which a license from commercial licensing covers it; blank = none does")
        @Nullable
        LocalDate commercialFrom,

        @Column(
                type = ColumnType.TEXT,
                about = "Software Assurance benefit that is used with it; NONE = checked, none is; blank = not known")
        String saBenefit)
        implements LedgerRecord {

    /** Values of the column {@code kind}. */
    public enum Kind {
        ON_PREMISES,
        CLOUD,
        VISUAL_STUDIO,
        OTHER
    }

    /** Values of the column {@code family}. */
    public enum Family {
        WINDOWS_SERVER,
        WINDOWS_CLIENT,
        OFFICE_CLIENT,
        OTHER
    }

    /** Values of the column {@code revenue}. */
    public enum Revenue {
        NONE,
        INDIRECT,
        DIRECT
    }

    /** Values of the column {@code machine_owner}. */
    public enum MachineOwner {
        PARTNER,
        CUSTOMER
    }

    /** Values of the column {@code site_owner}. */
    public enum SiteOwner {
        PARTNER,
        CUSTOMER
    }
}
