package io.tallybook.report.excel;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateSequenceModel;
import java.util.Map;

/** Takes the lengths of all repeated lists, in the order of the sheets and rows. */
final class ListSizes implements TemplateDirectiveModel {
    private int[] sizes = new int[0];

    @Override
    public void execute(
            Environment environment,
            @SuppressWarnings("rawtypes") Map parameters,
            TemplateModel[] loop,
            TemplateDirectiveBody body)
            throws TemplateModelException {
        TemplateSequenceModel values = (TemplateSequenceModel) SheetFiller.parameter(parameters, "v");
        sizes = new int[values.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = ((TemplateNumberModel) values.get(i)).getAsNumber().intValue();
        }
    }

    int size(int index) {
        return sizes[index];
    }
}
