package io.tallybook.job;

import io.tallybook.analysis.Area;
import io.tallybook.analysis.Settings;
import io.tallybook.intake.Problem;
import io.tallybook.job.JobDefinition.Input;
import io.tallybook.job.JobDefinition.ReportKind;
import io.tallybook.job.JobDefinition.Tolerance;
import io.tallybook.job.JobDefinition.Tolerances;
import io.tallybook.ledger.RecordTypes;
import io.tallybook.yaml.YamlException;
import io.tallybook.yaml.YamlNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a job file. Paths in it are relative to its own folder. */
public final class JobFile {
    private final Path folder;

    private JobFile(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a job file.
     *
     * @throws YamlException if it cannot be read or anything in it is wrong; the message names the line
     */
    public static JobDefinition read(Path file) {
        String name = String.valueOf(file.getFileName());
        Path folder = file.toAbsolutePath().getParent();
        try (Reader text = Files.newBufferedReader(file)) {
            return new JobFile(folder == null ? Path.of("") : folder).job(YamlNode.read(name, text));
        } catch (IOException e) {
            throw new YamlException(file + ": the job file cannot be read");
        }
    }

    private JobDefinition job(YamlNode root) {
        Map<String, YamlNode> fields = root.fields(
                "name",
                "about",
                "period",
                "inputs",
                "reject-tolerance",
                "settings",
                "analyses",
                "reports",
                "output",
                "terms",
                "profiles",
                "templates");
        List<Input> inputs = new ArrayList<>();
        root.required(fields, "inputs").items().forEach(node -> inputs.add(input(node)));
        return new JobDefinition(
                name(root.required(fields, "name")),
                fields.containsKey("period") ? period(fields.get("period")) : PeriodRule.PREVIOUS_MONTH,
                inputs,
                fields.containsKey("reject-tolerance") ? tolerances(fields.get("reject-tolerance")) : Tolerances.ANY,
                fields.containsKey("settings") ? settings(fields.get("settings")) : Map.of(),
                fields.containsKey("analyses") ? analyses(fields.get("analyses")) : List.of(),
                fields.containsKey("reports") ? reports(fields.get("reports")) : Set.of(ReportKind.values()),
                output(root.required(fields, "output")),
                fields.containsKey("terms") ? paths(fields.get("terms")) : List.of(),
                fields.containsKey("profiles") ? paths(fields.get("profiles")) : List.of(),
                fields.containsKey("templates") ? path(fields.get("templates")) : Path.of(""));
    }

    private static String name(YamlNode node) {
        if (!node.text().matches("[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}")) {
            throw node.wrong("a name of letters, digits, dots and hyphens");
        }
        return node.text();
    }

    private static PeriodRule period(YamlNode node) {
        for (PeriodRule rule : PeriodRule.values()) {
            if (rule.text().equals(node.text())) {
                return rule;
            }
        }
        throw node.wrong("previous-month, current-month or today");
    }

    private Input input(YamlNode node) {
        Map<String, YamlNode> fields = node.fields("files", "record", "required");
        String record = fields.containsKey("record") ? fields.get("record").text() : "";
        if (!record.isEmpty() && RecordTypes.named(record).isEmpty()) {
            throw node.required(fields, "record").wrong("the name of a record type, see docs/inputs.md");
        }
        boolean required = fields.containsKey("required") && yes(fields.get("required"));
        return new Input(node.required(fields, "files").text(), folder, record, required);
    }

    private static boolean yes(YamlNode node) {
        return switch (node.text().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y" -> true;
            case "false", "no", "n" -> false;
            default -> throw node.wrong("yes or no");
        };
    }

    private static Tolerances tolerances(YamlNode node) {
        if (!node.isMapping()) {
            return Tolerances.of(tolerance(node));
        }
        Tolerance all = Tolerance.ANY;
        Map<String, Tolerance> byRecord = new HashMap<>();
        Map<String, Tolerance> byProblem = new HashMap<>();
        for (Map.Entry<String, YamlNode> entry : node.entries().entrySet()) {
            String of = entry.getKey();
            Tolerance accepted = tolerance(entry.getValue());
            if (of.equals("all")) {
                all = accepted;
            } else if (RecordTypes.named(of).isPresent()) {
                byRecord.put(of, accepted);
            } else if (Problem.codes().contains(of)) {
                byProblem.put(of, accepted);
            } else {
                throw new YamlException(entry.getValue().place() + "found '" + of
                        + "', expected all, a record type (docs/inputs.md) or a problem of rows (docs/problems.md)");
            }
        }
        return new Tolerances(all, byRecord, byProblem);
    }

    private static Tolerance tolerance(YamlNode node) {
        String text = node.text();
        if (text.equals("any")) {
            return Tolerance.ANY;
        }
        if (text.matches("\\d{1,9}")) {
            return new Tolerance(Long.parseLong(text), -1);
        }
        if (text.matches("\\d{1,2}%")) {
            return new Tolerance(-1, Integer.parseInt(text.substring(0, text.length() - 1)));
        }
        throw node.wrong("a number of rows, a percentage like 2%, or any");
    }

    private static Map<String, String> settings(YamlNode node) {
        Map<String, String> settings = new LinkedHashMap<>();
        node.entries().forEach((name, value) -> {
            try {
                Settings.of(RunSettings.known(), Map.of(name, String.join(";", value.texts())));
            } catch (IllegalArgumentException e) {
                throw new YamlException(value.place() + e.getMessage());
            }
            settings.put(name, String.join(";", value.texts()));
        });
        return settings;
    }

    private static List<String> analyses(YamlNode node) {
        List<String> names = Areas.all().stream().map(Area::name).toList();
        for (YamlNode item : node.items()) {
            if (!names.contains(item.text())) {
                throw item.wrong("one of " + String.join(", ", names));
            }
        }
        return node.texts();
    }

    private static Set<ReportKind> reports(YamlNode node) {
        Set<ReportKind> kinds = new LinkedHashSet<>();
        for (YamlNode item : node.items()) {
            switch (item.text()) {
                case "workbook" -> kinds.add(ReportKind.WORKBOOK);
                case "page" -> kinds.add(ReportKind.PAGE);
                case "portfolio" -> kinds.add(ReportKind.PORTFOLIO);
                default -> throw item.wrong("workbook, page or portfolio");
            }
        }
        return kinds;
    }

    private String output(YamlNode node) {
        String pattern = node.text();
        String rest = pattern.replace("{period}", "").replace("{account}", "");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0 || pattern.isBlank()) {
            throw node.wrong("a folder, with {period} and {account} at most");
        }
        int account = pattern.indexOf("{account}");
        if (account >= 0 && (account == 0 || pattern.charAt(account - 1) != '/' || account + 9 != pattern.length())) {
            throw node.wrong("{account} as the last folder, e.g. out/{period}/{account}");
        }
        return folder.resolve(pattern).normalize().toString();
    }

    private List<Path> paths(YamlNode node) {
        List<Path> paths = new ArrayList<>();
        (node.isList() ? node.items() : List.of(node)).forEach(item -> paths.add(path(item)));
        return paths;
    }

    private Path path(YamlNode node) {
        try {
            Path path = folder.resolve(node.text()).normalize();
            if (Files.notExists(path)) {
                throw node.wrong("a file or folder that is there");
            }
            return path;
        } catch (InvalidPathException e) {
            throw node.wrong("a path");
        }
    }
}
