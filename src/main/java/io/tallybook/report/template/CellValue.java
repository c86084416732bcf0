package io.tallybook.report.template;

import freemarker.template.AdapterTemplateModel;
import freemarker.template.TemplateScalarModel;

/** A value of ours in a template: text to an expression, itself to the cell that takes it. */
record CellValue(Object value) implements TemplateScalarModel, AdapterTemplateModel {
    @Override
    public String getAsString() {
        return value.toString();
    }

    @Override
    public Object getAdaptedObject(Class<?> hint) {
        return value;
    }
}
