package io.tallybook.analysis.support;

import io.tallybook.ledger.YesNo;
import io.tallybook.result.Figure;
import io.tallybook.result.FindingStatus;

/** Unlimited support through Parallel Data Warehouse, and what goes with every unlimited support (SA-PDW-01, -02, -10, -11). */
final class WarehouseResults {
    private WarehouseResults() {}

    static void write(UnitResults to, WarehouseStanding standing) {
        YesNo deployed = to.unit().agreement().parallelDataWarehouse();
        if (standing.applies()) {
            to.find(
                    "SA-PDW-01",
                    to.unit().subject(),
                    standing.status(),
                    standing.date(),
                    standing.reason(),
                    "SQL Server Enterprise includes Enterprise Core, and needs active SA like all 24x7 support.");
            writeUnlimited(to, standing);
        }
        if (standing.hasLine() && deployed.isYes()) {
            to.find("SA-PDW-02", FindingStatus.PASS, "The agreement states that Parallel Data Warehouse is deployed.");
        } else if (standing.hasLine() && !deployed.isKnown()) {
            to.ask(
                    "SA-PDW-02",
                    "Is Parallel Data Warehouse deployed on SQL Server Enterprise licenses of this agreement?");
        }
        if (isAnyUnlimited(to, standing)) {
            to.ask(
                    "SA-PDW-10",
                    "Is the time of account managers and support engineers charged to the Premier agreement?");
        }
        if (deployed.isYes()) {
            to.ask(
                    "SA-PDW-11",
                    "Are the current terms the right ones, and not earlier ones that hold for those licensed long ago?");
        }
    }

    /** Has any ground of the agreement opened unlimited support? */
    static boolean isAnyUnlimited(UnitResults to, WarehouseStanding standing) {
        return standing.isUnlimited()
                || to.now().sce().components().stream()
                        .anyMatch(component -> component.verdict() == FindingStatus.PASS
                                || component.verdict() == FindingStatus.AT_RISK);
    }

    private static void writeUnlimited(UnitResults to, WarehouseStanding standing) {
        Figure.Builder figure = to.figure("incidents.unlimited")
                .dimension("PARALLEL_DATA_WAREHOUSE")
                .unit("incidents")
                .clauses("SA-PDW-01")
                .assume("It holds for Parallel Data Warehouse alone and leaves spend-based incidents as they are.")
                .sources(to.saSources());
        if (standing.isUnlimited()) {
            to.out().add(figure.unlimited().build());
        } else if (standing.status() == FindingStatus.UNDETERMINED) {
            to.out().add(figure.unknown(standing.reason()).build());
        }
    }
}
