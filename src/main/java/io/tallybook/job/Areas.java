package io.tallybook.job;

import io.tallybook.analysis.Area;
import io.tallybook.analysis.azure.AzureArea;
import io.tallybook.analysis.coverage.CoverageArea;
import io.tallybook.analysis.deployment.DeploymentArea;
import io.tallybook.analysis.partner.PartnerArea;
import io.tallybook.analysis.support.SupportArea;
import java.util.List;

/** The areas, in the order in which they assess an account. */
public final class Areas {
    private static final List<Area> ALL =
            List.of(new SupportArea(), new AzureArea(), new DeploymentArea(), new CoverageArea(), new PartnerArea());

    private Areas() {}

    public static List<Area> all() {
        return ALL;
    }
}
