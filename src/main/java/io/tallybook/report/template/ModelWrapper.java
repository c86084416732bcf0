package io.tallybook.report.template;

import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Lets maps, lists, scalars and our cell values into a model, and nothing that has methods a template could call. */
final class ModelWrapper extends SimpleObjectWrapper {
    ModelWrapper() {
        super(Configuration.VERSION_2_3_35);
        writeProtect();
    }

    @Override
    public TemplateModel wrap(@Nullable Object object) throws TemplateModelException {
        if (object instanceof LocalDate
                || object instanceof Amount
                || object instanceof Day
                || object instanceof CellLink) {
            return new CellValue(object);
        }
        return super.wrap(object);
    }
}
