package io.tallybook.analysis.partner;

import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.AzureCredit;
import io.tallybook.ledger.AzureCredit.Purpose;
import io.tallybook.ledger.CreditCharge;
import io.tallybook.ledger.Entry;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Azure credits that were granted for one purpose only (MPP-101, MPP-102): charges are netted by service. */
final class Credits {
    /** What a service cost, refunds deducted. */
    private record Net(String name, BigDecimal amount) {
        Net and(Net other) {
            return new Net(name, amount.add(other.amount));
        }
    }

    private final Partnership partnership;
    private final ResultWriter out;

    Credits(Partnership partnership, ResultWriter out) {
        this.partnership = partnership;
        this.out = out;
    }

    void write() {
        Map<String, List<Entry<CreditCharge>>> charges =
                partnership.upToDate(CreditCharge.class, CreditCharge::date).stream()
                        .collect(Collectors.groupingBy(charge -> charge.record().azureCredit()));
        for (Entry<AzureCredit> credit : partnership.dossier().all(AzureCredit.class)) {
            if (credit.record().purpose() != Purpose.GENERAL) {
                write(credit, charges.getOrDefault(credit.record().azureCredit(), List.of()));
            }
        }
    }

    private void write(Entry<AzureCredit> credit, List<Entry<CreditCharge>> charges) {
        AzureCredit row = credit.record();
        Map<ProductKey, Net> nets = new LinkedHashMap<>();
        for (Entry<CreditCharge> charge : charges) {
            String service = charge.record().service();
            nets.merge(
                    ProductKey.asWritten(service.replace('_', ' ')),
                    new Net(service, charge.record().amount()),
                    Net::and);
        }
        List<String> misused = new ArrayList<>();
        List<String> open = new ArrayList<>();
        BigDecimal misusedAmount = BigDecimal.ZERO;
        boolean withoutService = false;
        List<Entry<?>> rows = new ArrayList<>(charges);
        rows.add(credit);
        Figure.Builder figure = out.figure("azure-credit.misused", "azure_credit:" + row.azureCredit())
                .unit(row.currency().getCode())
                .sources(Sources.of(rows));
        for (Map.Entry<ProductKey, Net> net : nets.entrySet()) {
            String amount = Numbers.money(net.getValue().amount(), row.currency());
            boolean blank = net.getKey().isEmpty();
            figure.work(
                    blank ? "without a service" : net.getValue().name(),
                    amount,
                    row.currency().getCode());
            if (net.getValue().amount().signum() <= 0) {
                continue;
            }
            String what = row.currency().getCode() + " " + amount + " used for "
                    + (blank ? "a service that is not known" : net.getValue().name());
            Optional<Rulebook.CreditService> permitted = partnership.rules().creditServices(row.purpose()).stream()
                    .filter(service -> service.service().equals(net.getKey()))
                    .findFirst();
            if (blank) {
                withoutService = true;
                open.add("Cannot determine: " + what + ": fill `service` in `credit_charges`.");
            } else if (permitted.isEmpty()) {
                misused.add(what + ".");
                misusedAmount = misusedAmount.add(net.getValue().amount());
            } else if (!permitted.get().own()) {
                open.add("Review: " + what + ", a credit granted for the other of the two.");
            }
        }
        String value = Numbers.money(misusedAmount, row.currency());
        out.add(
                withoutService
                        ? figure.state(FigureState.LOWER_BOUND, value, String.join(" ", open))
                        : figure.known(value));
        String clause = row.purpose() == Purpose.SECURITY_COPILOT ? "MPP-101" : "MPP-102";
        out.find(
                clause,
                "azure_credit:" + row.azureCredit(),
                verdict(row, misused, open).from(Sources.of(rows)));
    }

    private static Verdict verdict(AzureCredit row, List<String> misused, List<String> open) {
        if (!misused.isEmpty()) {
            return Verdict.fail("A credit for " + row.purpose() + ": " + String.join(" ", misused));
        }
        return open.isEmpty()
                ? Verdict.pass("A credit for " + row.purpose() + ", used for nothing else.")
                : Verdict.undetermined(String.join(" ", open));
    }
}
