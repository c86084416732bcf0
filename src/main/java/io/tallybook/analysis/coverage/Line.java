package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Sources;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Agreement.Program;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.License;
import io.tallybook.ledger.Pool;
import io.tallybook.ledger.Purchase;
import io.tallybook.ledger.Purchase.Channel;
import io.tallybook.ledger.Purchase.LicenseModel;
import io.tallybook.ledger.Purchase.Offering;
import io.tallybook.ledger.Purchase.OrderType;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.SourceRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order line with everything about it resolved.
 *
 * @param entry  its row
 * @param agreement  its agreement
 * @param subject  what its results are about
 * @param offering  how it was offered
 * @param name  what was ordered
 * @param kind  how it bears on SA
 * @param quantity  net quantity; that of a return is negative
 * @param pool  its own pool, otherwise that of the catalogue; empty = not known
 * @param position  the license position it names, where that was delivered
 * @param expiring  of a renewal, the agreement that it renews from; empty = not known
 * @param perpetual  is the license perpetual: by the line, by its position, by its program
 */
record Line(
        Entry<Purchase> entry,
        Agreement agreement,
        String subject,
        Offering offering,
        ProductName name,
        Kind kind,
        BigDecimal quantity,
        Optional<Pool> pool,
        Optional<Position> position,
        Optional<Agreement> expiring,
        YesNo perpetual) {

    /** How a line bears on SA. */
    enum Kind {
        /** SA that begins: with a new License, or on one that has none yet. */
        NEW,
        RENEWAL,
        REATTACH,
        /** SA for the product that replaces a discontinued one. */
        MIGRATION,
        OTHER
    }

    /** Where a renewal comes from. */
    enum Relation {
        SAME,
        SEPARATE,
        CROSS,
        NOT_KNOWN
    }

    private static final Set<Offering> SA_OFFERINGS =
            EnumSet.of(Offering.L_SA, Offering.SA, Offering.SA_PRIOR_L, Offering.SUBSCRIPTION);

    private static final Set<LicenseModel> CORES =
            EnumSet.of(LicenseModel.CORE, LicenseModel.CORE_2_PACK, LicenseModel.CORE_16_PACK);

    /** The order in which lines take effect: by order date, then line. */
    static final Comparator<Line> ORDER = Comparator.comparing(Line::ordered)
            .thenComparing(Line::id, Ids.NATURAL)
            .thenComparing(Line::subject);

    /**
     * Resolves a row.
     *
     * @param facts  agreements and positions of the account
     */
    static Line of(Entry<Purchase> entry, Agreement agreement, Facts facts, CoverageRules rules) {
        Purchase row = entry.record();
        LicenseModel model = row.licenseModel();
        ProductName name =
                rules.name(row.product(), row.edition(), row.version(), model != null && CORES.contains(model));
        BigDecimal quantity =
                row.orderType() == OrderType.RETURN ? row.quantity().abs().negate() : row.quantity();
        Optional<Position> position = facts.position(row.license());
        Kind kind = kind(row, name, quantity, position);
        Optional<Agreement> expiring =
                row.priorAgreement().isBlank() ? Optional.of(agreement) : facts.agreement(row.priorAgreement());
        YesNo perpetual = row.perpetual();
        if (!perpetual.isKnown()) {
            YesNo ofPosition = position.map(Position::perpetual).orElse(YesNo.UNKNOWN);
            perpetual = Position.perpetual(ofPosition, Optional.of(agreement), rules);
        }
        Optional<Pool> pool = row.pool() == null ? rules.poolOf(name) : Optional.of(row.pool());
        return new Line(
                entry,
                agreement,
                Facts.subject(agreement) + "/line:" + row.line(),
                row.offering(),
                name,
                kind,
                quantity,
                pool,
                position,
                expiring,
                perpetual);
    }

    private static Kind kind(Purchase row, ProductName name, BigDecimal quantity, Optional<Position> position) {
        boolean sa = row.offering() == Offering.SA;
        if (quantity.signum() <= 0 || (!sa && row.offering() != Offering.L_SA)) {
            return Kind.OTHER;
        }
        boolean replaces = position.flatMap(Position::migration)
                .map(term -> term.isReplacedBy(name))
                .orElse(false);
        if (sa && replaces) {
            return Kind.MIGRATION;
        }
        if (row.orderType() == null) {
            return sa && row.priorSaEnd() != null ? Kind.RENEWAL : Kind.NEW;
        }
        return switch (row.orderType()) {
            case INITIAL, TRUE_UP -> Kind.NEW;
            case RENEWAL -> sa ? Kind.RENEWAL : Kind.OTHER;
            case REATTACH -> sa ? Kind.REATTACH : Kind.OTHER;
            case RETURN, ADJUSTMENT, TRANSITION -> Kind.OTHER;
        };
    }

    Purchase row() {
        return entry.record();
    }

    String id() {
        return row().line();
    }

    LocalDate ordered() {
        return row().orderDate();
    }

    List<SourceRows> sources() {
        return Sources.of(entry);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean offers(Offering wanted) {
        return offering == wanted;
    }

    boolean isPositive() {
        return quantity.signum() > 0;
    }

    boolean isUnder(Program program) {
        return agreement.program() == program;
    }

    boolean isSaLine() {
        return SA_OFFERINGS.contains(offering);
    }

    /** CALs belong to the Server pool. */
    Optional<Pool> poolOfThree() {
        return pool.map(found -> found == Pool.CAL ? Pool.SERVER : found);
    }

    Optional<LocalDate> coverageStart() {
        return Optional.ofNullable(row().coverageStart());
    }

    /** Under Open License SA ends with the agreement, whatever the line says (SA-REN-03). */
    Optional<LocalDate> coverageEnd() {
        return isUnder(Program.OPEN_LICENSE) ? Optional.of(agreement.end()) : Optional.ofNullable(row().coverageEnd());
    }

    /** Returns its coverage; empty when a date is missing, or when it ends before it begins. */
    Optional<Period> coverage() {
        return coverageStart()
                .flatMap(start ->
                        coverageEnd().filter(end -> !end.isBefore(start)).map(end -> new Period(start, end)));
    }

    boolean covers(LocalDate day) {
        return coverage().map(period -> period.contains(day)).orElse(false);
    }

    /** Does its coverage certainly not hold the day, as far as its dates are known? */
    boolean certainlyMisses(LocalDate day) {
        return coverageStart().map(start -> start.isAfter(day)).orElse(false)
                || coverageEnd().map(end -> end.isBefore(day)).orElse(false);
    }

    /** Its version, otherwise that of the position it names. */
    String version() {
        return name.version().isEmpty()
                ? position.map(found -> found.name().version()).orElse("")
                : name.version();
    }

    /** What the license is for that the SA is bought on: the position's product, otherwise its own. */
    ProductName underlying() {
        return position.map(Position::name).orElse(name);
    }

    Optional<Channel> channel() {
        if (row().channel() != null) {
            return Optional.of(row().channel());
        }
        License.Channel ofPosition =
                position.map(found -> found.row().channel()).orElse(null);
        return ofPosition == null || ofPosition == License.Channel.SPLA
                ? Optional.empty()
                : Optional.of(Channel.valueOf(ofPosition.name()));
    }

    /** When the underlying OEM or retail license was bought. */
    Optional<LocalDate> purchased() {
        return row().licensePurchased() == null
                ? position.flatMap(Position::acquired)
                : Optional.of(row().licensePurchased());
    }

    Optional<LocalDate> transferred() {
        return Optional.ofNullable(row().transferredOn());
    }

    /** Is it new SA on a license that was transferred in? */
    boolean isTransfer() {
        return is(Kind.NEW)
                && offers(Offering.SA)
                && (transferred().isPresent()
                        || position.map(Position::isTransferred).orElse(false));
    }

    /** Is it new SA on an OEM license? */
    boolean isOem() {
        return isNewSaOn(Channel.OEM);
    }

    /** Is it new SA on a retail license? */
    boolean isRetail() {
        return isNewSaOn(Channel.FPP);
    }

    boolean isOemOrRetail() {
        return isOem() || isRetail();
    }

    private boolean isNewSaOn(Channel channel) {
        return is(Kind.NEW)
                && offers(Offering.SA)
                && !isTransfer()
                && channel().filter(channel::equals).isPresent();
    }

    Relation relation() {
        if (expiring.isEmpty()) {
            return Relation.NOT_KNOWN;
        }
        Agreement from = expiring.get();
        if (from.agreement().equals(agreement.agreement())) {
            return Relation.SAME;
        }
        return from.program() == agreement.program() ? Relation.SEPARATE : Relation.CROSS;
    }

    /** Is it a renewal from this relation? */
    boolean renewsFrom(Relation relation) {
        return is(Kind.RENEWAL) && relation() == relation;
    }

    boolean isFromOpenLicense() {
        return expiring.filter(from -> from.program() == Program.OPEN_LICENSE).isPresent();
    }

    /** Last day of the SA that a renewal continues: under Open License that of the agreement. */
    Optional<LocalDate> priorEnd() {
        return isFromOpenLicense() ? expiring.map(Agreement::end) : Optional.ofNullable(row().priorSaEnd());
    }
}
