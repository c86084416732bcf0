package io.tallybook.analysis.azure;

import io.tallybook.analysis.Sources;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Patent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Counts the patents on the list on the as-of date (IPA-04, IPA-35). Any number is fine; the nominal one is for information. */
final class PatentList {
    private PatentList() {}

    static void write(Patents patents, LocalDate asOf, AzureResults results) {
        if (patents.all().isEmpty()) {
            return;
        }
        List<Entry<Patent>> listed = patents.listedOn(asOf);
        write("TOTAL", listed, asOf, results);
        write(
                "CHINA",
                listed.stream()
                        .filter(entry -> entry.record().country().equals("CN"))
                        .toList(),
                asOf,
                results);
    }

    private static void write(String part, List<Entry<Patent>> listed, LocalDate asOf, AzureResults results) {
        var figure = results.figure("patent-list.size", "list:PATENTS")
                .dimension(part)
                .known(listed.size())
                .work("issued patents on the list on " + asOf, "" + listed.size(), "patents")
                .sources(Sources.of(listed));
        Optional<String> nominal = results.terms()
                .edition("patent-list-size", asOf)
                .flatMap(edition -> edition.row("part", part))
                .map(row -> row.getOrDefault("nominal", ""));
        nominal.ifPresent(number -> figure.work("nominal number, for information", number, "patents"));
        results.add(figure);
    }
}
