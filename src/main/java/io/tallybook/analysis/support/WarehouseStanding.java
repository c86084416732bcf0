package io.tallybook.analysis.support;

import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether Parallel Data Warehouse opens unlimited support (SA-PDW-01): SQL Server Enterprise under SA, the warehouse deployed
 * on it, and an active Premier agreement. Spend and SCE do not matter.
 *
 * @param applies  is there anything to judge
 * @param hasLine  has the agreement a purchase line of SQL Server Enterprise
 * @param status  the verdict
 * @param date  the end of the Premier agreement when it is near
 * @param reason  the verdict in words
 */
record WarehouseStanding(
        boolean applies, boolean hasLine, FindingStatus status, Optional<LocalDate> date, String reason) {

    static WarehouseStanding of(Unit unit, Rulebook rules) {
        Agreement agreement = unit.agreement();
        List<PurchaseLine> lines =
                unit.lines().stream().filter(PurchaseLine::warehouse).toList();
        boolean hasLine = !lines.isEmpty();
        if (!hasLine && !agreement.parallelDataWarehouse().isYes()) {
            return new WarehouseStanding(false, false, FindingStatus.NOT_APPLICABLE, Optional.empty(), "");
        }
        LocalDate day = rules.asOf();
        List<String> failed = new ArrayList<>();
        List<String> open = new ArrayList<>();
        if (unit.academic() == YesNo.YES) {
            failed.add("The agreement is academic.");
        }
        judge(
                deployed(unit, hasLine, rules),
                "The warehouse is not deployed.",
                "Nobody has stated that the warehouse is deployed; the column parallel_data_warehouse or an attestation"
                        + " of SA-PDW-02 settles it.",
                failed,
                open);
        judge(
                underSa(unit, lines, day),
                "No SA is active on SQL Server Enterprise on " + day + ".",
                "Whether SA is active on SQL Server Enterprise is not known; coverage dates of its lines settle it.",
                failed,
                open);
        Premier premier = Premier.on(day, agreement, rules.settings().warningDays());
        if (premier.status() == FindingStatus.FAIL) {
            failed.add(premier.reason());
        } else if (premier.status() == FindingStatus.UNDETERMINED || premier.status() == FindingStatus.ATTEST) {
            open.add(premier.reason());
        }
        if (!failed.isEmpty()) {
            return of(hasLine, FindingStatus.FAIL, String.join(" ", failed));
        }
        if (!open.isEmpty()) {
            return of(hasLine, FindingStatus.UNDETERMINED, String.join(" ", open));
        }
        String met = "SQL Server Enterprise has active SA and the warehouse is deployed. " + premier.reason();
        return premier.status() == FindingStatus.AT_RISK
                ? new WarehouseStanding(
                        true, hasLine, FindingStatus.AT_RISK, Optional.ofNullable(agreement.premierEnd()), met)
                : of(hasLine, FindingStatus.PASS, met);
    }

    private static WarehouseStanding of(boolean hasLine, FindingStatus status, String reason) {
        return new WarehouseStanding(true, hasLine, status, Optional.empty(), reason);
    }

    private static void judge(YesNo answer, String no, String unknown, List<String> failed, List<String> open) {
        if (answer == YesNo.NO) {
            failed.add(no);
        } else if (answer == YesNo.UNKNOWN) {
            open.add(unknown);
        }
    }

    private static YesNo deployed(Unit unit, boolean hasLine, Rulebook rules) {
        YesNo column = unit.agreement().parallelDataWarehouse();
        if (column.isKnown() || !hasLine) {
            return column;
        }
        return rules.statements()
                .valid("SA-PDW-02", unit.subject(), rules.asOf())
                .map(statement -> statement.record().answer())
                .orElse(YesNo.UNKNOWN);
    }

    private static YesNo underSa(Unit unit, List<PurchaseLine> lines, LocalDate day) {
        if (!unit.hasAnyLine()) {
            return YesNo.UNKNOWN;
        }
        if (SaActivity.of(lines, day).isAnyActive()) {
            return YesNo.YES;
        }
        boolean open =
                lines.stream().anyMatch(line -> line.isSaLine() && !line.isCorrection() && line.hasOpenCoverage());
        return open ? YesNo.UNKNOWN : YesNo.NO;
    }

    boolean isUnlimited() {
        return status == FindingStatus.PASS || status == FindingStatus.AT_RISK;
    }

    /** The lines of the term whose spend its contacts depend on. */
    static List<PurchaseLine> linesOf(Unit unit) {
        return unit.lines().stream()
                .filter(line -> line.ofTerm() && line.warehouse())
                .toList();
    }
}
