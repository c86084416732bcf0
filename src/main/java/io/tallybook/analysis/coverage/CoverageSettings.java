package io.tallybook.analysis.coverage;

import io.tallybook.analysis.CommonSettings;
import io.tallybook.analysis.Setting;
import io.tallybook.analysis.Setting.Check;
import io.tallybook.analysis.Settings;
import io.tallybook.ledger.Agreement.Program;
import io.tallybook.terms.ProductKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings of the coverage area, read once a run.
 *
 * @param platformProducts  products that need SA under a platform commitment; empty = not configured
 * @param notSold  products for which no SA is sold
 * @param withLicenseDays  days between orders of License and SA that still count as together
 * @param systemsOption  is SA on OEM and retail licenses of the Systems pool left open
 * @param reattachPrograms  programs under which SA can be reattached
 * @param reattachBefore  days before the anniversary on which the reattach order may be placed
 * @param reattachAfter  and days after it
 * @param subscriptionPrograms  programs whose licenses are not perpetual
 * @param companyWidePrograms  programs with a company-wide requirement
 * @param noDesktops  parts of the names of Systems products that are no desktop
 * @param warningDays  the warning period
 */
record CoverageSettings(
        List<ProductKey> platformProducts,
        Set<ProductKey> notSold,
        int withLicenseDays,
        boolean systemsOption,
        Set<Program> reattachPrograms,
        int reattachBefore,
        int reattachAfter,
        Set<Program> subscriptionPrograms,
        Set<Program> companyWidePrograms,
        List<String> noDesktops,
        int warningDays) {

    private static final List<String> PROGRAMS =
            EnumSet.allOf(Program.class).stream().map(Enum::name).toList();

    static final List<Setting> ALL = List.of(
            Setting.of("platform-products", "", Check.WORDS, "names of the platform products, ; between them"),
            Setting.of(
                    "sa-not-sold-products",
                    "",
                    Check.WORDS,
                    "names of products for which no SA is sold, ; between them; a SAM pool is tested without them"),
            Setting.of(
                    "sa-with-license-days",
                    "0",
                    Check.WHOLE_NUMBER,
                    "days by which the order dates of License and SA may differ and still count as bought together"),
            Setting.choice(
                    "systems-oem-option",
                    "N",
                    List.of("N", "Y"),
                    "Y = SA on OEM or retail licenses of the Systems pool is left open instead of failing"),
            programs("reattach-programs", "EA", "programs under which SA can be reattached, ; between them"),
            Setting.of(
                    "reattach-order-days-before",
                    "30",
                    Check.WHOLE_NUMBER,
                    "days before the anniversary or renewal on which the reattach order may be placed"),
            Setting.of("reattach-order-days-after", "0", Check.WHOLE_NUMBER, "and days after it"),
            CommonSettings.SUBSCRIPTION_PROGRAMS,
            programs(
                    "company-wide-programs",
                    "EA;EA_SUBSCRIPTION;OPEN_VALUE_SUBSCRIPTION;CAMPUS_SCHOOL;EES",
                    "programs with a company-wide requirement, where the agreement does not say"),
            Setting.of(
                    "source-licensing-excluded-products",
                    "Desktop Optimization Pack;MDOP",
                    Check.WORDS,
                    "Systems products that are no desktop, ; between them; a product whose name contains one is not counted"),
            Setting.of("licenses.account", "", Check.TEXT, "account of lists of licenses that name none"),
            Setting.of("licenses.metric", "", Check.TEXT, "metric of lists of licenses that name none"),
            Setting.of("purchases.currency", "", Check.TEXT, "currency of lists of orders that name none"),
            CommonSettings.WARNING_DAYS);

    private static Setting programs(String name, String byDefault, String about) {
        return new Setting(name, byDefault, about, PROGRAMS, Check.WORDS);
    }

    static CoverageSettings of(Settings settings) {
        return new CoverageSettings(
                settings.words("platform-products").stream().map(ProductKey::of).toList(),
                settings.words("sa-not-sold-products").stream()
                        .map(ProductKey::of)
                        .collect(Collectors.toUnmodifiableSet()),
                settings.wholeNumber("sa-with-license-days"),
                settings.text("systems-oem-option").equals("Y"),
                programs(settings, "reattach-programs"),
                settings.wholeNumber("reattach-order-days-before"),
                settings.wholeNumber("reattach-order-days-after"),
                programs(settings, "subscription-programs"),
                programs(settings, "company-wide-programs"),
                settings.words("source-licensing-excluded-products").stream()
                        .map(ProductName::compared)
                        .toList(),
                settings.wholeNumber("warning-days"));
    }

    private static Set<Program> programs(Settings settings, String name) {
        Set<Program> programs = EnumSet.noneOf(Program.class);
        settings.words(name).forEach(word -> programs.add(Program.valueOf(word)));
        return programs;
    }
}
