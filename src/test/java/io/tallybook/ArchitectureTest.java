package io.tallybook;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.tallybook.analysis.ResultCatalogue;
import io.tallybook.cli.Tallybook;
import io.tallybook.result.LineWriter;
import io.tallybook.result.ResultLines;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the program, who may use whom, and what a room must not know. */
class ArchitectureTest {
    private static final String ROOT = "io.tallybook";

    /** The program without its tests: what lies where the main class lies. */
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Tallybook.class.getProtectionDomain().getCodeSource().getLocation());

    /**
     * Which rooms a room may use beside itself; {@code job} puts everything together.
     *
     * <p>{@code cli} also shows what the program knows (its terms, record types, profiles) and writes the blank input
     * workbook; it maps what is wrong in a YAML file to an exit code.
     */
    private static final Map<String, Set<String>> USES = new TreeMap<>(Map.ofEntries(
            Map.entry("cli", Set.of("job", "analysis", "terms", "intake", "ledger", "report", "sheet", "yaml")),
            Map.entry(
                    "job",
                    Set.of(
                            "publish",
                            "report",
                            "analysis",
                            "result",
                            "terms",
                            "intake",
                            "ledger",
                            "money",
                            "sheet",
                            "yaml")),
            Map.entry("publish", Set.of("result", "report")),
            Map.entry("report", Set.of("result", "terms", "sheet")),
            Map.entry("analysis", Set.of("ledger", "terms", "money", "result", "yaml")),
            Map.entry("result", Set.of("money")),
            Map.entry("terms", Set.of("money", "yaml")),
            Map.entry("intake", Set.of("sheet", "ledger", "yaml")),
            Map.entry("ledger", Set.of("money")),
            Map.entry("money", Set.of()),
            Map.entry("sheet", Set.of()),
            Map.entry("yaml", Set.of())));

    static List<String> rooms() {
        return List.copyOf(USES.keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void usesOnlyTheRoomsItMayUse(String room) {
        Set<String> mayUse = new TreeSet<>(USES.getOrDefault(room, Set.of()));
        mayUse.add(room);
        classes()
                .that()
                .resideInAPackage(below(room))
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(ROOT + "..")).or(in(mayUse)))
                .because("of the directions that the design lays down")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsARoomOfTheDesign() {
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(type ->
                found.add(type.getPackageName().substring(ROOT.length() + 1).split("\\.", 2)[0]));
        assertThat(found).isEqualTo(USES.keySet());
    }

    @Test
    void areasDoNotKnowEachOther() {
        slices().matching(ROOT + ".analysis.(*)..")
                .should()
                .notDependOnEachOther()
                .because("an area is added or taken away without a look at the others")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void librariesStayInTheirRooms() {
        livesIn("org.springframework..", below("job"), below("cli"));
        livesIn("org.apache.poi..", below("sheet"), below("report.excel"));
        livesIn("de.siegmar.fastcsv..", below("sheet"));
        livesIn("org.yaml..", below("yaml"));
        livesIn("com.fasterxml.aalto..", below("sheet"));
        livesIn("freemarker..", below("report"));
        livesIn("picocli..", below("cli"));
        livesIn("com.zaxxer..", below("job"));
    }

    private static void livesIn(String library, String... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    @Test
    void rulesKnowNoFilesAndNoDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage(below("analysis"), below("money"), below("result"))
                // They write the lines of the output, and read the catalogue of what an area can say from the jar.
                .and(not(belongToAnyOf(ResultLines.class, LineWriter.class, ResultCatalogue.class)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.io..", "java.nio..", "java.sql..", "java.net..")
                        // Lambdas and enumerations carry it of themselves.
                        .and(not(type(java.io.Serializable.class))))
                .check(CLASSES);
    }

    @Test
    void moneyIsNeverBinary() {
        DescribedPredicate<JavaClass> binary =
                belongToAnyOf(double.class, float.class, Double.class, Float.class, double[].class, float[].class);
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(below("money"), below("analysis"), below("result"))
                .should()
                .haveRawType(binary)
                .check(CLASSES);
        noCodeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(below("money"), below("analysis"), below("result"))
                .should()
                .haveRawReturnType(binary)
                .orShould()
                .haveRawParameterTypes(DescribedPredicate.describe(
                        "a binary fraction", types -> types.stream().anyMatch(binary)))
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineReadsTheClock() {
        List<String> readers = new ArrayList<>();
        for (JavaClass type : CLASSES) {
            boolean mayRead = in(Set.of("cli")).test(type)
                    // Who holds a lock, and since when, is for the person who waits; no result depends on it.
                    || type.getSimpleName().equals("RunLock")
                    // So is when a run ended, in a history that lies outside what is published.
                    || type.getSimpleName().equals("RunHistory");
            type.getMethodCallsFromSelf().stream()
                    .filter(call -> !mayRead && readsTheClock(call.getTarget().getOwner(), call.getName()))
                    .forEach(call -> readers.add(call.getDescription()));
        }
        assertThat(readers).isEmpty();
    }

    private static boolean readsTheClock(JavaClass owner, String method) {
        boolean ofTime = owner.isAssignableTo(Clock.class)
                || owner.isAssignableTo(LocalDate.class)
                || owner.isAssignableTo(LocalDateTime.class)
                || owner.isAssignableTo(LocalTime.class)
                || owner.isAssignableTo(ZonedDateTime.class)
                || owner.isAssignableTo(OffsetDateTime.class)
                || owner.isAssignableTo(Instant.class);
        return (ofTime && (method.equals("now") || method.startsWith("system")))
                || (owner.isEquivalentTo(System.class)
                        && (method.equals("currentTimeMillis") || method.equals("nanoTime")));
    }

    private static DescribedPredicate<JavaClass> in(Set<String> rooms) {
        return resideInAnyPackage(rooms.stream().map(ArchitectureTest::below).toArray(String[]::new));
    }

    private static String below(String room) {
        return ROOT + "." + room + "..";
    }
}
