package io.tallybook.analysis.deployment;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.License;
import io.tallybook.ledger.License.Metric;
import io.tallybook.ledger.YesNo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The account's CALs, External Connectors and management licenses, by the product that they give access to or manage. */
final class AccessLicenses {
    private final Estate estate;
    private final List<Entry<License>> all;
    private final Map<NamedProduct, List<Entry<License>>> byProduct = new HashMap<>();

    AccessLicenses(Estate estate) {
        this.estate = estate;
        all = estate.all(License.class).stream()
                .filter(entry ->
                        isAccess(entry.record().metric()) || entry.record().metric() == Metric.MANAGEMENT)
                .toList();
    }

    /** Is it the metric of a CAL or an External Connector? */
    static boolean isAccess(Metric metric) {
        return switch (metric) {
            case CAL_USER, CAL_DEVICE, EXTERNAL_CONNECTOR -> true;
            case CORE, SERVER, PROCESSOR, MANAGEMENT, CLIENT_ML_USER, CLIENT_ML_OSE, DEVICE, USER -> false;
        };
    }

    /** Returns the positions whose `access_to` names the product, in reading order. */
    List<Entry<License>> of(NamedProduct product) {
        return byProduct.computeIfAbsent(
                product,
                wanted -> all.stream()
                        .filter(entry -> estate.products(entry.record().accessTo()).stream()
                                .anyMatch(wanted::isNamedBy))
                        .toList());
    }

    /**
     * How SA stands on positions of which every one needs it.
     *
     * @param missing  quantity of those without SA
     * @param without  ids of those without SA
     * @param open  ids of those of which it is not known
     */
    record Coverage(BigDecimal missing, List<String> without, List<String> open) {
        static Coverage of(Collection<Entry<License>> positions, Function<License, YesNo> sa) {
            BigDecimal missing = BigDecimal.ZERO;
            List<String> without = new ArrayList<>();
            List<String> open = new ArrayList<>();
            for (Entry<License> entry : positions) {
                License license = entry.record();
                switch (sa.apply(license)) {
                    case YES -> {}
                    case NO -> {
                        missing = missing.add(license.quantity());
                        without.add(
                                license.license() + " (" + license.metric() + ", " + plain(license.quantity()) + ")");
                    }
                    case UNKNOWN -> open.add(license.license());
                }
            }
            return new Coverage(missing, without, open);
        }
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
