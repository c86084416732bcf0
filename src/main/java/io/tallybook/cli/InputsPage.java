package io.tallybook.cli;

import io.tallybook.analysis.Setting;
import io.tallybook.intake.Problem;
import io.tallybook.intake.Profiles;
import io.tallybook.job.RunSettings;
import io.tallybook.ledger.ColumnDefinition;
import io.tallybook.ledger.ColumnType;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.RecordTypes;
import java.util.List;
import java.util.Locale;

/** The page {@code docs/inputs.md}: everything that a run reads, from the definitions that it reads by. */
final class InputsPage {
    private static final List<String> RECOGNITION = List.of(
            "A table is a sheet of a workbook (`.xlsx`, `.xlsm`, `.xls`, `.ods`) or a `.csv` (also `.csv.gz`). It is recognised",
            "",
            "1. by its name, equal to a table below: sheet `Purchases`, file `purchases.csv` (a date or number behind the name does"
                    + " not matter);",
            "2. by a header row that is that of a known export, see [Import profiles](#import-profiles);",
            "3. because the job file says so: `record: purchases`.",
            "",
            "The header is the first row, within the first 30, that names all required columns. Case, blanks, underscores and hyphens"
                    + " do not matter in it, nor does the order of the columns. What stands behind the rows and adds them up is taken"
                    + " for a control total.",
            "",
            "A blank cell means *not known*, unless its column says otherwise. A row that is wrong is rejected with the reason; the"
                    + " others go on. `tallybook template inputs.xlsx` writes a workbook with these tables to fill in.");

    private InputsPage() {}

    static String text() {
        StringBuilder page = new StringBuilder("# Inputs\n\n");
        page.append("<!-- Written by `tallybook inputs --markdown`; a test fails when it differs. -->\n\n");
        RECOGNITION.forEach(line -> page.append(line).append('\n'));
        page.append("\n## Types of columns\n\n| type | a cell holds |\n|---|---|\n");
        for (ColumnType type : ColumnType.values()) {
            row(page, name(type), type.about());
        }
        String area = "";
        for (RecordDefinition<?> type : RecordTypes.all()) {
            if (!type.area().equals(area)) {
                area = type.area();
                page.append("\n## Tables: ").append(area).append('\n');
            }
            table(page, type);
        }
        page.append(
                "\n## Import profiles\n\nReal exports that are read as they are.\n\n| profile | export |\n|---|---|\n");
        Profiles.builtIn().titles().forEach((profile, title) -> row(page, profile, title));
        page.append("\n## Why a row is rejected\n\n| code | because |\n|---|---|\n");
        for (Problem problem : Problem.values()) {
            row(page, problem.code(), problem.about());
        }
        page.append("\n## Settings\n\nGiven under `settings:` in a job file, or with `--set name=value`.\n\n");
        page.append("| setting | default | about | value |\n|---|---|---|---|\n");
        for (Setting setting : RunSettings.known()) {
            row(page, setting.name(), setting.defaultValue(), setting.about(), setting.expected());
        }
        return page.toString();
    }

    private static void table(StringBuilder page, RecordDefinition<?> type) {
        page.append("\n### ").append(type.name()).append("\n\n");
        page.append(sentence(type.about())).append("  \n");
        page.append("Key: ").append(RecordText.key(type)).append(". ");
        page.append("Account: ").append(RecordText.account(type)).append(".\n\n");
        page.append("| column | type | required | about |\n|---|---|---|---|\n");
        for (ColumnDefinition column : type.columns()) {
            row(page, column.name(), RecordText.type(column), column.required() ? "yes" : "", RecordText.about(column));
        }
    }

    private static String name(ColumnType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String sentence(String about) {
        return about.substring(0, 1).toUpperCase(Locale.ROOT) + about.substring(1) + '.';
    }

    private static void row(StringBuilder page, String... cells) {
        page.append('|');
        for (String cell : cells) {
            page.append(' ').append(cell.replace("|", "\\|")).append(" |");
        }
        page.append('\n');
    }
}
