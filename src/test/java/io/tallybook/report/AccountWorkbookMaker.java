package io.tallybook.report;

import io.tallybook.report.Looks.Cell;
import io.tallybook.report.SheetMaker.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Builds the built-in template of an account's workbook. */
final class AccountWorkbookMaker {
    private static final String WHO = "${account.name} (${account.id}), ${t.as_of} ${run.asOf}";

    private final Looks looks = new Looks();

    private AccountWorkbookMaker() {}

    static void write(OutputStream out) throws IOException {
        AccountWorkbookMaker maker = new AccountWorkbookMaker();
        maker.summary();
        maker.figures();
        maker.findings();
        maker.benefits();
        maker.calendar();
        maker.timelines();
        maker.awards();
        maker.azure();
        maker.solutions();
        maker.working();
        maker.method();
        maker.sources();
        maker.coverage();
        maker.rejects();
        maker.looks.workbook().setActiveSheet(0);
        maker.looks.workbook().write(out);
        maker.looks.workbook().close();
    }

    private void summary() {
        SheetMaker sheet = new SheetMaker(looks, "Summary");
        sheet.title("${account.name}");
        sheet.subtitle("${t.account} ${account.id}   |   ${t.account_manager}: ${account.manager}   |   "
                + "${t.as_of} ${run.asOf}   |   ${t.job} ${run.job}   |   Tallybook ${run.version}");
        sheet.skip().heading("${t.coverage}: ${run.completeTitle}");
        sheet.repeatedLine("repeat coverage as line", "${line}", 6, Cell.LEAD);
        sheet.repeatedLine("repeat run.incompleteReasons as line", "${line}", 6, Cell.LEAD);
        sheet.heading("${t.key_figures}");
        sheet.block(
                "repeat keyFigures as f or t.no_key_figures",
                List.of(
                        new Column("${t.subject}", "${f.subjectTitle}", Cell.TEXT, 30),
                        new Column("${t.figure}", "${f.link}", Cell.LINK, 46),
                        new Column("${t.value}", "${f.value}", Cell.VALUE, 22),
                        new Column("${t.unit}", "${f.unitTitle}", Cell.TEXT, 12),
                        new Column("${t.state}", "${f.stateTitle}", Cell.TEXT, 13),
                        new Column("${t.reason}", "${f.reason}", Cell.TEXT, 60),
                        new Column("", "${f.state}", Cell.TEXT, 4)));
        sheet.skip().heading("${t.findings}");
        int row = sheet.block(
                "repeat counts as c",
                List.of(
                        new Column("${t.status}", "${c.title}", Cell.STRONG, 30),
                        new Column("${t.todo}", "${c.todo}", Cell.TEXT, 46),
                        new Column("${t.count}", "${c.count}", Cell.NUMBER, 22),
                        new Column("", "", Cell.SUBTITLE, 12),
                        new Column("", "", Cell.SUBTITLE, 13),
                        new Column("", "", Cell.SUBTITLE, 60),
                        new Column("", "${c.status}", Cell.TEXT, 4)));
        sheet.colours(row, 0, 6);
        sheet.skip().line("${t.guidance}", Cell.SUBTITLE);
    }

    private SheetMaker table(String name, String title, String repeat, List<Column> columns) {
        SheetMaker sheet = new SheetMaker(looks, name);
        sheet.title(title).subtitle(WHO).skip();
        int row = sheet.block(repeat, columns);
        return sheet.table(row, columns.size());
    }

    private void figures() {
        SheetMaker sheet = table(
                "Figures",
                "${t.figures}",
                "repeat figures as f or t.no_figures",
                List.of(
                        new Column("${t.subject}", "${f.subjectTitle}", Cell.TEXT, 26),
                        new Column("${t.figure}", "${f.title}", Cell.STRONG, 36),
                        new Column("${t.dimension}", "${f.dimensionTitle}", Cell.TEXT, 20),
                        new Column("${t.state}", "${f.stateTitle}", Cell.TEXT, 12),
                        new Column("${t.value}", "${f.value}", Cell.VALUE, 20),
                        new Column("${t.unit}", "${f.unitTitle}", Cell.TEXT, 11),
                        new Column("${t.working}", "${f.working}", Cell.LINK, 10),
                        new Column("${t.clauses}", "${f.clauses}", Cell.LINK, 24),
                        new Column("${t.reason}", "${f.reason}", Cell.TEXT, 46),
                        new Column("${t.assumptions}", "${f.assumptionsText}", Cell.ASIDE, 46),
                        new Column("${t.sources}", "${f.sourcesLink}", Cell.ASIDE_LINK, 34),
                        new Column("${t.rejects}", "${f.rejectsNote}", Cell.ASIDE, 26),
                        new Column("${t.edition}", "${f.edition}", Cell.ASIDE, 30)));
        // On paper up to the reason; the rest is for the screen, and on the page.
        sheet.printColumns(8);
    }

    private void findings() {
        SheetMaker sheet = table(
                "Findings",
                "${t.findings}",
                "repeat findings as f or t.no_findings",
                List.of(
                        new Column("${t.status}", "${f.statusTitle}", Cell.STRONG, 15),
                        new Column("${t.date}", "${f.date}", Cell.DATE, 11),
                        new Column("${t.clause}", "${f.clauseLink}", Cell.LINK, 13),
                        new Column("${t.subject}", "${f.subjectTitle}", Cell.TEXT, 28),
                        new Column("${t.reason}", "${f.reason}", Cell.TEXT, 56),
                        new Column("${t.todo}", "${f.todo}", Cell.TEXT, 36),
                        new Column("${t.says}", "${f.clauseText}", Cell.TEXT, 46),
                        new Column("${t.assumptions}", "${f.assumptionsText}", Cell.ASIDE, 36),
                        new Column("${t.sources}", "${f.sourcesLink}", Cell.ASIDE_LINK, 32),
                        new Column("${t.rejects}", "${f.rejectsNote}", Cell.ASIDE, 24),
                        new Column("${t.status_code}", "${f.status}", Cell.TEXT, 4)));
        sheet.colours(4, 0, 10);
        sheet.printColumns(6);
    }

    private void awards() {
        SheetMaker sheet = new SheetMaker(looks, "Awards");
        sheet.title("${t.awards}").subtitle(WHO).subtitle("${t.awards_about}");
        int row = sheet.block(
                "repeat awards as a or t.no_awards",
                List.of(
                        new Column("${t.subject}", "${a.subjectTitle}", Cell.TEXT, 24),
                        new Column("${t.group}", "${a.group}", Cell.LINK, 26),
                        new Column("${t.currency}", "${a.currency}", Cell.TEXT, 10),
                        new Column("${t.increment}", "${a.increment}", Cell.VALUE, 22),
                        new Column("${t.spend}", "${a.spend}", Cell.VALUE, 22),
                        new Column("${t.awarded}", "", Cell.VALUE, 18),
                        new Column("${t.progress}", "", Cell.PERCENT, 22),
                        new Column("${t.state}", "${a.state}", Cell.TEXT, 12),
                        new Column("${t.period}", "${a.what}", Cell.TEXT, 34),
                        new Column("${t.reason}", "${a.reason}", Cell.TEXT, 40)));
        sheet.table(row, 10);
        int line = row + 1;
        sheet.formula(row, 5, "IF(ISNUMBER(E" + line + "),MAX(0,INT(E" + line + "/D" + line + ")),\"\")", "a.awarded");
        sheet.formula(
                row,
                6,
                "IF(ISNUMBER(E" + line + "),MOD(MAX(0,E" + line + "),D" + line + ")/D" + line + ",\"\")",
                "a.progress");
        sheet.skip().heading("${t.by_currency}");
        int sums = sheet.block(
                "repeat awardTotals as x or t.no_currency",
                List.of(
                        new Column("${t.currency}", "${x.currency}", Cell.STRONG, 24),
                        new Column("", "", Cell.TEXT, 26),
                        new Column("", "", Cell.TEXT, 10),
                        new Column("", "", Cell.TEXT, 22),
                        new Column("${t.spend}", "", Cell.VALUE, 22),
                        new Column("${t.awarded}", "", Cell.VALUE, 18)));
        String currencies = "C$" + line + ":C$" + line + ",A" + (sums + 1);
        sheet.formula(sums, 4, "SUMIFS(E$" + line + ":E$" + line + "," + currencies + ")", "x.spend");
        sheet.formula(sums, 5, "SUMIFS(F$" + line + ":F$" + line + "," + currencies + ")", "x.awarded");
        sheet.skip().heading("${t.progress}");
        ChartMaker.bars(sheet.sheet(), sheet.nextRow(), "Awards!$G$4", "Awards!$B$" + line, "Awards!$G$" + line);
    }

    private void benefits() {
        table(
                "Benefits",
                "${t.benefits}",
                "repeat benefits as b or t.no_benefits",
                List.of(
                        new Column("${t.benefit}", "${b.benefit}", Cell.LINK, 44),
                        new Column("${t.subject}", "${b.subjectTitle}", Cell.TEXT, 30),
                        new Column("${t.granted}", "${b.granted}", Cell.VALUE, 14),
                        new Column("${t.used}", "${b.used}", Cell.VALUE, 14),
                        new Column("${t.left}", "${b.left}", Cell.VALUE, 14),
                        new Column("${t.worth}", "${b.value}", Cell.VALUE, 14),
                        new Column("${t.unit}", "${b.unit}", Cell.TEXT, 12),
                        new Column("${t.lapses}", "${b.lapses}", Cell.VALUE, 14),
                        new Column("${t.reason}", "${b.reason}", Cell.TEXT, 50)));
    }

    private void calendar() {
        table(
                "Calendar",
                "${t.calendar}",
                "repeat deadlines as d or t.no_calendar",
                List.of(
                        new Column("${t.date}", "${d.day}", Cell.DATE, 12),
                        new Column("${t.days_left}", "${d.daysLeft}", Cell.NUMBER, 12),
                        new Column("${t.subject}", "${d.subjectTitle}", Cell.TEXT, 34),
                        new Column("${t.what}", "${d.link}", Cell.LINK, 46),
                        new Column("${t.status}", "${d.status}", Cell.TEXT, 14),
                        new Column("${t.reason}", "${d.reason}", Cell.TEXT, 60)));
    }

    private void timelines() {
        table(
                "Timelines",
                "${t.timelines}",
                "repeat timelines as x or t.no_steps",
                List.of(
                        new Column("${t.subject}", "${x.subject}", Cell.LINK, 30),
                        new Column("${t.kind}", "${x.lane}", Cell.TEXT, 14),
                        new Column("${t.what}", "${x.what}", Cell.TEXT, 34),
                        new Column("${t.from}", "${x.from}", Cell.TEXT, 18),
                        new Column("${t.to}", "${x.to}", Cell.TEXT, 18),
                        new Column("${t.hours}", "${x.length}", Cell.TEXT, 10)));
    }

    private void azure() {
        SheetMaker sheet = new SheetMaker(looks, "Azure");
        sheet.title("${t.azure}").subtitle(WHO).subtitle("${t.azure_about}");
        int row = sheet.block(
                "repeat azureMonths as m or t.no_azure",
                List.of(
                        new Column("${t.month}", "${m.month}", Cell.LINK, 12),
                        new Column("${t.usage}", "${m.usage}", Cell.VALUE, 20),
                        new Column("${t.threshold}", "${m.threshold}", Cell.VALUE, 14),
                        new Column("${t.currency}", "${m.currency}", Cell.TEXT, 10),
                        new Column("${t.state}", "${m.state}", Cell.TEXT, 12),
                        new Column("${t.reason}", "${m.reason}", Cell.TEXT, 40)));
        sheet.table(row, 6);
        ChartMaker.lines(sheet.sheet(), row);
    }

    private void solutions() {
        SheetMaker sheet = table(
                "Solutions",
                "${t.solutions}",
                "repeat solutions as s or t.no_solutions",
                List.of(
                        new Column("${t.solution}", "${s.title}", Cell.STRONG, 34),
                        new Column("${t.id}", "${s.id}", Cell.TEXT, 20),
                        new Column("${t.verdict}", "${s.statusTitle}", Cell.STRONG, 15),
                        new Column("${t.azure_cost}", "${s.cost}", Cell.VALUE, 18),
                        new Column("${t.charged}", "${s.charged}", Cell.VALUE, 18),
                        new Column("${t.currency}", "${s.unit}", Cell.TEXT, 10),
                        new Column("${t.share}", "${s.share}", Cell.VALUE, 18),
                        new Column("${t.open_count}", "${s.open}", Cell.NUMBER, 8),
                        new Column("${t.note}", "${s.verdict}", Cell.TEXT, 60),
                        new Column("${t.status_code}", "${s.status}", Cell.TEXT, 4)));
        sheet.colours(4, 2, 9);
        sheet.printColumns(8);
    }

    private void working() {
        table(
                "Working",
                "${t.working}",
                "repeat steps as s or t.no_steps",
                List.of(
                        new Column("${t.subject}", "${s.subjectTitle}", Cell.TEXT, 26),
                        new Column("${t.figure}", "${s.figure}", Cell.LINK, 44),
                        new Column("${t.step}", "${s.number}", Cell.NUMBER, 7),
                        new Column("${t.what}", "${s.what}", Cell.TEXT, 64),
                        new Column("${t.value}", "${s.value}", Cell.VALUE, 24),
                        new Column("${t.unit}", "${s.unit}", Cell.TEXT, 12)));
    }

    private void method() {
        SheetMaker sheet = new SheetMaker(looks, "Method");
        sheet.title("${t.method}").subtitle(WHO).subtitle("${t.method_about}");
        List<Column> clauses = List.of(
                new Column("${t.clause}", "${c.id}", Cell.STRONG, 13),
                new Column("${t.document}", "${c.document}", Cell.TEXT, 30),
                new Column("${t.section}", "${c.section}", Cell.TEXT, 30),
                new Column("${t.says}", "${c.text}", Cell.TEXT, 60),
                new Column("${t.reading}", "${c.reading}", Cell.TEXT, 70),
                new Column("${t.kind}", "${c.kind}", Cell.TEXT, 13),
                new Column("${t.edition}", "${c.edition}", Cell.TEXT, 34),
                new Column("${t.used_by}", "${c.usedBy}", Cell.LINK, 16));
        int row = sheet.block("repeat clauses as c or t.no_clauses", clauses);
        sheet.table(row, clauses.size());
        sheet.skip().heading("${t.settings}");
        sheet.block(
                "repeat run.settings as s or t.no_settings",
                List.of(
                        new Column("${t.setting}", "", Cell.TEXT, 13),
                        new Column("", "${s.name}", Cell.TEXT, 30),
                        new Column("${t.value}", "${s.value}", Cell.TEXT, 30)));
        sheet.skip().heading("${t.editions}");
        sheet.repeatedLine("repeat run.editions as e", "${e}", 4, Cell.LEAD);
    }

    private void sources() {
        table(
                "Sources",
                "${t.sources}",
                "repeat sources as s or t.no_sources",
                List.of(
                        new Column("${t.result}", "${s.result}", Cell.LINK, 46),
                        new Column("${t.subject}", "${s.subjectTitle}", Cell.TEXT, 30),
                        new Column("${t.file}", "${s.file}", Cell.TEXT, 34),
                        new Column("${t.sheet}", "${s.sheet}", Cell.TEXT, 24),
                        new Column("${t.source_rows}", "${s.rows}", Cell.TEXT, 40),
                        new Column("${t.row_count}", "${s.count}", Cell.NUMBER, 10)));
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
        sheet.skip().heading("${t.touched}");
        sheet.block(
                "repeat touched as x or t.no_rejects",
                List.of(
                        new Column("${t.touched_table}", "${x.recordTitle}", Cell.TEXT, 34),
                        new Column("${t.rejected}", "${x.rejected}", Cell.TEXT, 24),
                        new Column("${t.touches}", "${x.touches}", Cell.TEXT, 22)));
    }

    private void rejects() {
        table(
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
                        new Column("${t.remedy}", "${r.remedy}", Cell.TEXT, 36),
                        new Column("${t.touches}", "${r.touches}", Cell.TEXT, 22)));
    }
}
