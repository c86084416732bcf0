package io.tallybook.report.excel;

import freemarker.core.ParseException;
import io.tallybook.report.template.TemplateException;
import io.tallybook.report.template.Templates;

/** Says with sheet, cell and expression what Freemarker found wrong in the script of a sheet. */
final class ScriptFaults {
    private ScriptFaults() {}

    static TemplateException fault(Place place, SheetScript script, freemarker.template.TemplateException e) {
        SheetScript.Expression at = script.at(e.getLineNumber() == null ? 1 : e.getLineNumber());
        String blamed = Templates.blamed(e);
        String expression = blamed.isEmpty() ? "${" + at.text() + "}" : blamed;
        return place.wrong(at.cell(), expression, Templates.wrong(e), e);
    }

    static TemplateException fault(Place place, SheetScript script, ParseException e) {
        // Each expression was compiled for itself, but for single names.
        String wrong = "is no expression; some words are taken, like in, as and using";
        return CellCompiler.wrong(place, script.at(e.getLineNumber()), wrong, e);
    }
}
