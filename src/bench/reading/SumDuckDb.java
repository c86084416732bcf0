import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Sums the amounts of a csv by currency with DuckDB: {@code IN.csv AMOUNT_COLUMN CURRENCY_COLUMN}. */
public final class SumDuckDb {
    private SumDuckDb() {}

    public static void main(String[] arguments) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet sums = statement.executeQuery(
                        "SELECT " + arguments[2] + ", SUM(CAST(" + arguments[1] + " AS DECIMAL(38, 18))) FROM read_csv('"
                                + arguments[0] + "', all_varchar = true) GROUP BY 1 ORDER BY 1")) {
            while (sums.next()) {
                System.out.println(sums.getString(1) + " " + sums.getBigDecimal(2).toPlainString());
            }
        }
    }
}
