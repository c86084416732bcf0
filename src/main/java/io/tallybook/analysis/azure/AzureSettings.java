package io.tallybook.analysis.azure;

import io.tallybook.analysis.Setting;
import io.tallybook.analysis.Setting.Check;
import io.tallybook.analysis.Settings;
import java.util.List;

/** The settings of this area, with their defaults. */
final class AzureSettings {
    static final String THRESHOLD = "azure.usage-threshold-usd";
    static final String USAGE_MONTHS = "azure.usage-months";
    static final String PEACE_YEARS = "azure.peace-years";
    static final String PERIOD_MONTHS = "azure.solution-period-months";
    static final String COST_SHARE_LIMIT = "azure.cost-share-limit-percent";
    static final String COMMERCIAL_PROGRAMS = "azure.commercial-programs";
    static final String REVIEW_PROGRAMS = "azure.review-programs";
    static final String INFRASTRUCTURE = "azure.infrastructure-functions";
    static final String NO_FUNCTIONS = "azure.no-functions";

    static final List<Setting> ALL = List.of(
            Setting.of(THRESHOLD, "1000", Check.DECIMAL, "monthly usage in USD for patent pick and springing license"),
            Setting.of(USAGE_MONTHS, "3", Check.COUNT, "months over which the usage is asked for"),
            Setting.of(PEACE_YEARS, "2", Check.WHOLE_NUMBER, "years of patent peace before the reference date"),
            Setting.of(PERIOD_MONTHS, "12", Check.COUNT, "months over which a solution's cost and price are compared"),
            Setting.of(
                    COST_SHARE_LIMIT, "50", Check.DECIMAL, "percent of the price that a solution's cost stays below"),
            Setting.of(
                    COMMERCIAL_PROGRAMS,
                    "EA;EA_SUBSCRIPTION;SCE;EAP;SELECT;SELECT_PLUS;OPEN_LICENSE;OPEN_VALUE;OPEN_VALUE_SUBSCRIPTION;MPSA;MCA",
                    Check.WORDS,
                    "programs that are a commercial licensing agreement for ACS-06"),
            Setting.of(
                    REVIEW_PROGRAMS, "CSP;CLOUD_AGREEMENT;MOSP", Check.WORDS, "programs that ACS-06 marks for review"),
            Setting.of(
                    INFRASTRUCTURE,
                    "VIRTUAL_MACHINES;CONTAINERS;STORAGE;NETWORKING;BACKUP",
                    Check.WORDS,
                    "words in solutions.functions that mean INFRASTRUCTURE"),
            Setting.of(
                    NO_FUNCTIONS,
                    "UI;USER_INTERFACE;BRANDING",
                    Check.WORDS,
                    "words in solutions.functions that are no function of their own"),
            Setting.of("azure.account", "", Check.TEXT, "account of usage lines that name none"),
            Setting.of("azure.currency", "", Check.TEXT, "currency of usage files that name none"),
            Setting.of("azure.solution-tag", "solution", Check.TEXT, "tag in a cost export that names the solution"));

    private AzureSettings() {}

    static boolean isDefault(Settings settings, String name) {
        return ALL.stream()
                .anyMatch(setting ->
                        setting.name().equals(name) && setting.defaultValue().equals(settings.text(name)));
    }
}
