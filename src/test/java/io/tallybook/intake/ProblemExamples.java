package io.tallybook.intake;

import io.tallybook.cli.MessageSamples;
import io.tallybook.cli.TemplateSamples;
import io.tallybook.corpus.CorpusMessages;
import io.tallybook.job.FailureMessages;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.FormulaError;

/** One failing row for every problem code, and the document made of them. */
final class ProblemExamples {
    private static final List<Object> RATES = List.of("date", "from", "to", "rate");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

    static final List<Example> ALL = List.of(
            rate(
                    Problem.MISSING_VALUE,
                    "date",
                    "",
                    "a date cell, or text like 2026-10-31",
                    "fill in the cell",
                    "",
                    "EUR",
                    "USD",
                    1),
            rate(
                    Problem.NOT_A_DATE,
                    "date",
                    "31.10.2026",
                    "a date",
                    "write it as 2026-10-31",
                    "31.10.2026",
                    "EUR",
                    "USD",
                    1),
            new Example(
                    Problem.NOT_A_MONTH,
                    "azure_exports",
                    "from_month",
                    "October",
                    "a month",
                    "write it as 2026-10",
                    List.of(row("account", "from_month", "to_month"), row("A1", "October", "2026-10"))),
            rate(
                    Problem.NOT_A_NUMBER,
                    "rate",
                    "1,234.50",
                    "a number",
                    "write it with a decimal point, without thousands separators and units, like 1234.50",
                    DAY,
                    "EUR",
                    "USD",
                    "1,234.50"),
            new Example(
                    Problem.NOT_WHOLE,
                    "agreements",
                    "agreement_version",
                    "2016.5",
                    "a whole number",
                    "write it without decimals",
                    List.of(
                            row("agreement", "account", "program", "currency", "start", "end", "agreement_version"),
                            row("E1", "A1", "EA", "EUR", DAY, DAY, new BigDecimal("2016.5")))),
            license(
                    Problem.NOT_YES_OR_NO,
                    "perpetual",
                    "maybe",
                    "Y or N",
                    "write Y or N, or leave the cell blank for not known",
                    "CORE",
                    1,
                    "maybe"),
            license(
                    Problem.UNKNOWN_CODE,
                    "metric",
                    "Cores",
                    "one of CORE, SERVER, PROCESSOR, CAL_USER, CAL_DEVICE, EXTERNAL_CONNECTOR, MANAGEMENT,"
                            + " CLIENT_ML_USER, CLIENT_ML_OSE, DEVICE, USER",
                    "write CORE",
                    "Cores",
                    1,
                    "Y"),
            rate(
                    Problem.UNKNOWN_CURRENCY,
                    "from",
                    "EURO",
                    "a three-letter ISO 4217 code",
                    "write a code like EUR",
                    DAY,
                    "EURO",
                    "USD",
                    1),
            new Example(
                    Problem.UNKNOWN_COUNTRY,
                    "accounts",
                    "country",
                    "Germany",
                    "a two-letter ISO 3166 code",
                    "write a code like DE",
                    List.of(row("account", "country", "name"), row("A1", "Germany", "Example"))),
            rate(
                    Problem.WRONG_TYPE,
                    "rate",
                    "2026-10-31",
                    "a number, exact",
                    "change the cell's number format or its value",
                    DAY,
                    "EUR",
                    "USD",
                    DAY),
            rate(
                    Problem.ERROR_CELL,
                    "rate",
                    "#N/A",
                    "a value",
                    "mend the formula in the cell, or type the value",
                    DAY,
                    "EUR",
                    "USD",
                    FormulaError.NA),
            rate(
                    Problem.UNCACHED_FORMULA,
                    "rate",
                    "formula without a stored value",
                    "a stored value",
                    "save the file in a spreadsheet program, so that values are stored",
                    DAY,
                    "EUR",
                    "USD",
                    new Workbook.Uncached("1+1")),
            rate(Problem.TOO_SMALL, "rate", "0", "more than 0", "mend the number", DAY, "EUR", "USD", 0),
            new Example(
                    Problem.TOO_LARGE,
                    "esu_coverage",
                    "year",
                    "4",
                    "3 or less",
                    "mend the number",
                    List.of(
                            row("esu", "account", "server", "product", "year", "start", "end", "quantity"),
                            row(
                                    "X1",
                                    "C1",
                                    "S1",
                                    "SQL Server",
                                    4,
                                    LocalDate.of(2026, 7, 15),
                                    LocalDate.of(2027, 7, 14),
                                    8))),
            new Example(
                    Problem.ROUNDED_ID,
                    "agreements",
                    "agreement",
                    "1234567890123460000",
                    "an id of up to 15 digits, or a text",
                    "deliver the ids of this column as text",
                    List.of(
                            row("agreement", "account", "program", "currency", "start", "end"),
                            row(new BigDecimal("1234567890123456789"), "A1", "EA", "EUR", DAY, DAY))),
            new Example(
                    Problem.RAGGED_ROW,
                    "rates",
                    "",
                    "7",
                    "no field beyond the 4 of the header",
                    "put quotes around a field that holds the separator",
                    List.of(RATES, row("2026-10-31", "EUR", "USD", "1", "7"))),
            new Example(
                    Problem.WRONG_ORDER,
                    "agreements",
                    "end",
                    "2026-10-31",
                    "not before start 2026-11-01",
                    "mend one of the two dates",
                    List.of(
                            row("agreement", "account", "program", "currency", "start", "end"),
                            row("E1", "A1", "EA", "EUR", DAY.plusDays(1), DAY))),
            later(
                    Problem.DUPLICATE_KEY,
                    "agreement+line",
                    "E1 1",
                    "a key that no earlier row has; row 2 has it",
                    "remove one of the two rows, or give it a key of its own"),
            new Example(
                    Problem.NO_ACCOUNT,
                    "backup_runs",
                    "instance",
                    "I9",
                    "one that is among the rows of instances",
                    "deliver it in instances, or mend the number",
                    List.of(row("run", "instance", "start", "reason"), row("R1", "I9", DAY, "TEST"))),
            later(
                    Problem.OTHER_CURRENCY,
                    "currency",
                    "USD",
                    "EUR, the currency of agreement E1",
                    "give the amounts of the line in EUR"),
            later(
                    Problem.NO_POOL,
                    "pool",
                    "Frobnicator",
                    "a pool, or a product whose pool a catalogue knows",
                    "fill the pool, or add the product to the table products"));

    private ProblemExamples() {}

    /**
     * A row that is refused.
     *
     * @param table  the record type
     * @param rows  header and row; none where the problem shows only later
     */
    record Example(
            Problem problem,
            String table,
            String column,
            String found,
            String expected,
            String remedy,
            List<List<Object>> rows) {
        /** Whether the row is refused while it is read, not when rows are compared or assessed. */
        boolean isOfReading() {
            return !rows.isEmpty();
        }

        Path write(Path folder) throws IOException {
            if (problem == Problem.RAGGED_ROW) {
                // Only csv has fields without columns.
                return Tables.csv(
                        folder,
                        table + ".csv",
                        rows.stream()
                                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(",")))
                                .toArray(String[]::new));
            }
            return Workbook.write(
                    folder, table, rows.stream().map(List::toArray).toArray(Object[][]::new));
        }

        @Override
        public String toString() {
            return problem.code();
        }
    }

    private static List<Object> row(Object... cells) {
        return List.of(cells);
    }

    private static Example rate(
            Problem problem, String column, String found, String expected, String remedy, Object... row) {
        return new Example(problem, "rates", column, found, expected, remedy, List.of(RATES, row(row)));
    }

    private static Example license(
            Problem problem,
            String column,
            String found,
            String expected,
            String remedy,
            String metric,
            int quantity,
            String perpetual) {
        return new Example(
                problem,
                "licenses",
                column,
                found,
                expected,
                remedy,
                List.of(
                        row("license", "account", "product", "metric", "quantity", "perpetual"),
                        row("L1", "A1", "SQL Server", metric, quantity, perpetual)));
    }

    private static Example later(Problem problem, String column, String found, String expected, String remedy) {
        return new Example(problem, "purchases", column, found, expected, remedy, List.of());
    }

    /** The text of docs/problems.md. */
    static String document() {
        StringBuilder text = new StringBuilder("""
                # Problems

                Made by `ProblemsTest` from the samples of the tests, each of which pins the exact text.

                ## Rows that are rejected

                What can be wrong with a row, as it stands in the column `code` of `rejects.csv`. A row with a problem is
                rejected, every figure that could depend on it says so, and the other rows go on.

                | code | what it means | for example, found | expected | what to do |
                |---|---|---|---|---|
                """);
        for (Example example : ALL) {
            text.append("| `")
                    .append(example.problem().code())
                    .append("` | ")
                    .append(example.problem().about())
                    .append(" | ")
                    .append(example.found().isEmpty() ? "a blank" : "`" + example.found() + "`")
                    .append(" in `")
                    .append(example.table())
                    .append(example.column().isEmpty() ? "" : ".")
                    .append(example.column())
                    .append("` | ")
                    .append(example.expected())
                    .append(" | ")
                    .append(example.remedy())
                    .append(" |\n");
        }
        return text.append(CorpusMessages.document())
                .append(MessageSamples.document())
                .append(TemplateSamples.document())
                .append(FailureMessages.document())
                .toString();
    }
}
