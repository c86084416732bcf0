package io.tallybook.job;

import io.tallybook.analysis.Setting;
import io.tallybook.analysis.Setting.Check;
import io.tallybook.analysis.Settings;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The settings that a run knows: those of all areas, and the zone that reading needs. */
public final class RunSettings {
    private RunSettings() {}

    /** Returns every setting once, by name. */
    public static Collection<Setting> known() {
        Map<String, Setting> known = new TreeMap<>();
        known.put(
                "zone",
                Setting.of(
                        "zone",
                        "UTC",
                        Check.ZONE,
                        "zone of dates with a time that name none, of business hours, and, where a job gives it, of the day that"
                                + " its period follows from (else that of the machine)"));
        Areas.all().forEach(area -> area.settings().forEach(setting -> known.putIfAbsent(setting.name(), setting)));
        return known.values();
    }

    /** Returns the names of the settings whose value is another than their own. */
    static Set<String> changed(Settings settings) {
        return known().stream()
                .filter(setting -> !setting.defaultValue().equals(settings.text(setting.name())))
                .map(Setting::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
