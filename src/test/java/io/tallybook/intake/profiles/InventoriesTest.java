package io.tallybook.intake.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.profiles.ExportFile.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inventories fill servers and instances; what they cannot know stays not known. */
class InventoriesTest {
    private static final Map<String, String> SETTINGS =
            Map.of("inventory.account", "A1", "inventory.location", "OWN", "inventory.role", "PRODUCTION");

    @TempDir
    Path folder;

    private Reading read(ExportFile file) {
        return ExportFile.read(file.in(folder, "export.csv"), SETTINGS);
    }

    private static List<String> instances(Reading reading, String column) {
        return reading.column(column);
    }

    @ParameterizedTest
    @CsvSource({"rvtools-vinfo-3, ','", "rvtools-vinfo-4, ','", "rvtools-vinfo-4, ;"})
    void machinesOfRvToolsAreRead(String version, char separator) {
        Reading reading = read(ExportFile.of(version)
                .separatedBy(separator)
                .row(
                        "VM",
                        "db01",
                        "Template",
                        "False",
                        "CPUs",
                        "4",
                        "Host",
                        "esx1",
                        "OS according to the VMware Tools",
                        "Microsoft Windows Server 2012 R2 (64-bit)")
                .row(
                        "VM",
                        "web",
                        "Template",
                        "FALSE",
                        "CPUs",
                        "-1",
                        "Host",
                        "esx1",
                        "OS according to the configuration file",
                        "Microsoft Windows Server 2019 (64-bit)")
                .row("VM", "golden", "Template", "True", "CPUs", "2", "Host", "esx1")
                .row("Powerstate", "poweredOff"));
        assertThat(reading.recognised().profile()).isEqualTo("rvtools-vinfo");
        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.counts().orElseThrow().passedOver()).isEqualTo(2);
        assertThat(instances(reading, "instance")).containsExactly("db01", "web");
        assertThat(instances(reading, "product")).containsOnly("Windows Server");
        assertThat(instances(reading, "version")).containsExactly("2012 R2", "2019");
        assertThat(instances(reading, "virtual_cores")).containsExactly("4", "");
        assertThat(instances(reading, "role")).containsOnly("PRODUCTION");
        assertThat(instances(reading, "clustered")).containsOnly("");
        assertThat(instances(reading, "license")).containsOnly("");
    }

    @Test
    void machinesWithInternalHeaderNamesAreRead() {
        Reading reading = read(ExportFile.of("rvtools-vinfo-raw")
                .row(
                        "vInfoVMName",
                        "db01",
                        "vInfoTemplate",
                        "False",
                        "vInfoCPUs",
                        "8",
                        "vInfoHost",
                        "esx1",
                        "vInfoOSTools",
                        "Ubuntu Linux (64-bit)")
                .row("vInfoVMName", "golden", "vInfoTemplate", "True"));
        assertThat(reading.recognised().profile()).isEqualTo("rvtools-vinfo-raw");
        assertThat(reading.column("product")).containsExactly("Ubuntu Linux (64-bit)");
    }

    @Test
    void hostsAreRead() {
        Reading reading = read(ExportFile.of("rvtools-vhost-3")
                .row("Host", "esx1", "Datacenter", "DC1", "# CPU", "2", "# Cores", "20"));
        assertThat(reading.recognised().profile()).isEqualTo("rvtools-vhost");
        assertThat(reading.recognised().notices()).anyMatch(notice -> notice.contains("inventory.account"));
        Map<String, String> expected = Map.of(
                "account",
                "A1",
                "location",
                "OWN",
                "physical_cores",
                "20",
                "processors",
                "2",
                "farm",
                "",
                "purpose",
                "");
        expected.forEach(
                (column, value) -> assertThat(reading.column(column)).as(column).containsExactly(value));
        Reading raw = read(ExportFile.of("rvtools-vhost-raw")
                .row("vHostName", "esx2", "vHostNumCpu", "1", "vHostNumCpuCores", "8"));
        assertThat(raw.column("server")).containsExactly("esx2");
    }

    @Test
    void clustersOfTheVirtualizationAreNoServers() {
        Reading reading = read(ExportFile.of("rvtools-vcluster").row("Name", "CL1", "NumHosts", "4"));
        assertThat(reading.recognised().known()).isFalse();
        assertThat(reading.recognised().reason()).contains("vHost");
    }

    @Test
    void machinesOfAzureMigrateAreRead() {
        Reading reading = read(ExportFile.of("azure-migrate-discovery")
                .row("Machine Name", "srv1", "Operating System", "Microsoft Windows Server 2016 (64-bit)", "Cores", "2")
                .row("Machine Name", "srv2", "Operating System", "Windows Server 2022", "Cores", "-1"));
        assertThat(reading.recognised().profile()).isEqualTo("azure-migrate-discovery");
        assertThat(reading.column("version")).containsExactly("2016", "2022");
        assertThat(reading.column("virtual_cores")).containsExactly("2", "");
        assertThat(reading.column("server")).containsExactly("srv1", "srv2");
    }

    @Test
    void sqlServerInstancesOfTheToolkitAreRead() {
        Reading reading = read(ExportFile.of("map-database-instances")
                .below("Database instances\n\n")
                .row(
                        "Computer Name",
                        "db1.example",
                        "SQL Server Instance Name",
                        "MSSQLSERVER",
                        "SQL Server Version",
                        "13.0.5026.0",
                        "SQL Server Edition",
                        "Enterprise Edition: Core-based Licensing (64-bit)",
                        "Clustered?",
                        "Yes",
                        "SQL Server Cluster Network Name",
                        "SQLCL1",
                        "Machine Type",
                        "Virtual",
                        "Number of Logical Processors",
                        "8")
                .row(
                        "Computer Name",
                        "db1.example",
                        "SQL Server Instance Name",
                        "MSSQL$DEV",
                        "SQL Server Version",
                        "10.50.6000",
                        "SQL Server Edition",
                        "Developer Edition (64-bit)",
                        "Clustered?",
                        "No"));
        assertThat(reading.recognised().profile()).isEqualTo("map-database-instances");
        assertThat(instances(reading, "instance"))
                .containsExactly("db1.example\\MSSQLSERVER", "db1.example\\MSSQL$DEV");
        assertThat(instances(reading, "edition")).containsExactly("Enterprise", "Developer");
        assertThat(instances(reading, "version")).containsExactly("2016", "2008 R2");
        assertThat(instances(reading, "clustered")).containsExactly("YES", "NO");
        assertThat(instances(reading, "virtual")).containsExactly("YES", "");
        assertThat(instances(reading, "ose")).containsOnly("db1.example");
    }
}
