package io.tallybook.report;

import io.tallybook.report.Looks.Cell;
import io.tallybook.report.SheetMaker.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Builds the built-in template of the portfolio's workbook. */
final class PortfolioWorkbookMaker {
    private static final String WHO = "${t.job} ${run.job}, ${t.as_of} ${run.asOf}";

    private final Looks looks = new Looks();

    private PortfolioWorkbookMaker() {}

    static void write(OutputStream out) throws IOException {
        PortfolioWorkbookMaker maker = new PortfolioWorkbookMaker();
        maker.summary();
        maker.accounts();
        maker.coverage();
        maker.rejects();
        maker.looks.workbook().setActiveSheet(0);
        maker.looks.workbook().write(out);
        maker.looks.workbook().close();
    }

    private void summary() {
        SheetMaker sheet = new SheetMaker(looks, "Summary");
        sheet.title("${t.portfolio}");
        sheet.subtitle(WHO + "   |   ${accountCount} ${t.accounts}   |   Tallybook ${run.version}");
        sheet.skip().heading("${t.coverage}: ${run.completeTitle}");
        sheet.repeatedLine("repeat coverage as line", "${line}", 7, Cell.LEAD);
        sheet.repeatedLine("repeat run.incompleteReasons as line", "${line}", 7, Cell.LEAD);
        sheet.heading("${t.totals}");
        sheet.block(
                "repeat totals as x or t.no_totals",
                List.of(
                        new Column("${t.figure}", "${x.title}", Cell.STRONG, 48),
                        new Column("${t.value}", "${x.value}", Cell.VALUE, 24),
                        new Column("${t.unit}", "${x.unit}", Cell.TEXT, 12),
                        new Column("${t.counted}", "${x.counted}", Cell.NUMBER, 16),
                        new Column("${t.not_exact}", "${x.bounds}", Cell.NUMBER, 18),
                        new Column("${t.not_known}", "${x.unknown}", Cell.NUMBER, 18),
                        new Column("${t.note}", "${x.note}", Cell.TEXT, 48)));
        sheet.skip().heading("${t.findings}");
        int row = sheet.block(
                "repeat counts as c",
                List.of(
                        new Column("${t.status}", "${c.title}", Cell.STRONG, 48),
                        new Column("${t.count}", "${c.count}", Cell.NUMBER, 24),
                        new Column("", "", Cell.SUBTITLE, 12),
                        new Column("${t.accounts}", "${c.accounts}", Cell.NUMBER, 16),
                        new Column("", "", Cell.SUBTITLE, 18),
                        new Column("", "", Cell.SUBTITLE, 18),
                        new Column("${t.todo}", "${c.todo}", Cell.TEXT, 48),
                        new Column("", "${c.status}", Cell.TEXT, 4)));
        sheet.colours(row, 0, 7);
        sheet.skip().heading("${t.settings}");
        sheet.block(
                "repeat run.settings as s or t.no_settings",
                List.of(
                        new Column("${t.setting}", "${s.name}", Cell.TEXT, 48),
                        new Column("${t.value}", "${s.value}", Cell.TEXT, 24)));
        sheet.skip().heading("${t.editions}");
        sheet.repeatedLine("repeat run.editions as e", "${e}", 7, Cell.LEAD);
        sheet.skip().line("${t.guidance}", Cell.SUBTITLE);
    }

    private SheetMaker table(String name, String title, String repeat, List<Column> columns) {
        SheetMaker sheet = new SheetMaker(looks, name);
        sheet.title(title).subtitle(WHO).skip();
        int row = sheet.block(repeat, columns);
        return sheet.table(row, columns.size());
    }

    private void accounts() {
        table(
                "Accounts",
                "${t.accounts}",
                "repeat accounts as a or t.no_accounts",
                List.of(
                        new Column("${t.account}", "${a.id}", Cell.STRONG, 16),
                        new Column("${t.name}", "${a.name}", Cell.TEXT, 32),
                        new Column("${t.account_manager}", "${a.manager}", Cell.TEXT, 24),
                        new Column("${t.status_FAIL}", "${a.fail}", Cell.NUMBER, 10),
                        new Column("${t.status_AT_RISK}", "${a.atRisk}", Cell.NUMBER, 10),
                        new Column("${t.status_UNDETERMINED}", "${a.undetermined}", Cell.NUMBER, 14),
                        new Column("${t.status_ATTEST}", "${a.attest}", Cell.NUMBER, 11),
                        new Column("${t.status_PASS}", "${a.pass}", Cell.NUMBER, 10),
                        new Column("${t.figure_count}", "${a.figures}", Cell.NUMBER, 10),
                        new Column("${t.unknown_count}", "${a.unknown}", Cell.NUMBER, 17),
                        new Column("${t.reject_count}", "${a.rejects}", Cell.NUMBER, 10),
                        new Column("${t.key_figures}", "${a.keyFiguresText}", Cell.TEXT, 64)));
    }

    private void coverage() {
        SheetMaker sheet = new SheetMaker(looks, "Coverage");
        sheet.title("${t.coverage}").subtitle(WHO);
        sheet.repeatedLine("repeat coverage as line", "${line}", 6, Cell.LEAD);
        sheet.heading("${t.expected_about}");
        sheet.block(
                "repeat expected as e or t.none_expected",
                List.of(
                        new Column("${t.table}", "${e.title}", Cell.STRONG, 34),
                        new Column("${t.required}", "${e.required}", Cell.TEXT, 24),
                        new Column("${t.state}", "${e.stateTitle}", Cell.TEXT, 22)));
        sheet.skip().heading("${t.arrived_about}");
        sheet.block(
                "repeat inputs as i",
                List.of(
                        new Column("${t.file}", "${i.file}", Cell.TEXT, 34),
                        new Column("${t.sheet}", "${i.sheet}", Cell.TEXT, 24),
                        new Column("${t.record}", "${i.recordTitle}", Cell.TEXT, 22),
                        new Column("${t.profile}", "${i.profile}", Cell.TEXT, 18),
                        new Column("${t.status}", "${i.statusTitle}", Cell.TEXT, 15),
                        new Column("${t.rows}", "${i.rows}", Cell.NUMBER, 12),
                        new Column("${t.accepted}", "${i.accepted}", Cell.NUMBER, 12),
                        new Column("${t.rejected}", "${i.rejected}", Cell.NUMBER, 12),
                        new Column("${t.passed_over}", "${i.passedOver}", Cell.NUMBER, 12),
                        new Column("${t.reason}", "${i.reason}", Cell.TEXT, 50)));
    }

    private void rejects() {
        SheetMaker sheet = table(
                "Rejects",
                "${t.rejects}",
                "repeat rejects as r or t.no_rejects",
                List.of(
                        new Column("${t.record}", "${r.recordTitle}", Cell.TEXT, 18),
                        new Column("${t.file}", "${r.file}", Cell.TEXT, 26),
                        new Column("${t.sheet}", "${r.sheet}", Cell.TEXT, 18),
                        new Column("${t.row}", "${r.row}", Cell.NUMBER, 8),
                        new Column("${t.column}", "${r.column}", Cell.TEXT, 16),
                        new Column("${t.code}", "${r.code}", Cell.STRONG, 20),
                        new Column("${t.found}", "${r.found}", Cell.TEXT, 32),
                        new Column("${t.expected_value}", "${r.expected}", Cell.TEXT, 34),
                        new Column("${t.remedy}", "${r.remedy}", Cell.TEXT, 36)));
        sheet.line("${moreRejects}", Cell.SUBTITLE);
    }
}
