package io.tallybook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.management.ManagementFactory;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuickCompilerTest {
    private static String command(String name) throws JMException {
        return String.valueOf(ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        name,
                        new Object[0],
                        new String[0]));
    }

    @AfterEach
    void letTheCompilersBe() throws JMException {
        command("compilerDirectivesClear");
    }

    @Test
    void runningJavaTakesTheDirectivesInTheirOrder() throws JMException {
        QuickCompiler.direct();
        String directives = command("compilerDirectivesPrint");
        // Of the two the first that matches counts: what is thorough, then everything.
        assertThat(directives.split("Directive:")).satisfies(each -> {
            assertThat(each[1]).contains("io/tallybook/sheet/SheetParser.*");
            assertThat(each[1]).containsPattern("c2 directives:[^:]*:[^:]*Enable:true Exclude:false");
            assertThat(each[2]).contains("matching: *.*").contains("Enable:true Exclude:true");
        });
    }

    @Test
    void whatIsCompiledThoroughlyIsThere() {
        assertThat(Pattern.compile("io/tallybook/[A-Za-z/]+")
                        .matcher(QuickCompiler.directives())
                        .results())
                .isNotEmpty()
                .allSatisfy(name -> assertThatCode(
                                () -> Class.forName(name.group().replace('/', '.')))
                        .doesNotThrowAnyException());
    }
}
