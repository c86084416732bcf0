import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Sums the costs of a csv by currency with DuckDB: {@code IN.csv}. */
public final class SumDuckDb {
    private SumDuckDb() {}

    public static void main(String[] arguments) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet sums = statement.executeQuery(
                        "SELECT BillingCurrencyCode, SUM(CAST(CostInBillingCurrency AS DECIMAL(38, 18))) FROM read_csv('"
                                + arguments[0] + "', all_varchar = true) GROUP BY 1 ORDER BY 1")) {
            while (sums.next()) {
                System.out.println(sums.getString(1) + " " + sums.getBigDecimal(2).toPlainString());
            }
        }
    }
}
