package io.tallybook.analysis;

import io.tallybook.analysis.azure.AzureArea;
import java.util.List;

/** The areas, in the order in which they assess an account. */
public final class Areas {
    private static final List<Area> ALL = List.of(new AzureArea());

    private Areas() {}

    public static List<Area> all() {
        return ALL;
    }
}
