package io.tallybook.job;

import com.zaxxer.hikari.HikariDataSource;
import io.tallybook.ledger.LedgerStore;
import io.tallybook.ledger.Origin;
import io.tallybook.ledger.Reject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes to an embedded store for as long as it lives, and prints each transaction once it is committed. */
final class StoreWriter {
    /** Rows of each transaction: enough that the log is written back now and then. */
    static final int ROWS = 500;

    private StoreWriter() {}

    /**
     * Writes until it is killed.
     *
     * @param arguments  the file of the store, and how many transactions it holds already
     */
    public static void main(String[] arguments) {
        try (HikariDataSource pool = new EmbeddedStore(Path.of(arguments[0])).open(2)) {
            LazyConnectionDataSourceProxy source = new LazyConnectionDataSourceProxy(pool);
            LedgerStore ledger = new LedgerStore(new TransactionAwareDataSourceProxy(source));
            TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
            ledger.createSchema();
            for (int no = Integer.parseInt(arguments[1]); ; no++) {
                List<Reject> rows = rows(no);
                transactions.executeWithoutResult(status -> ledger.putRejects(rows));
                System.out.println(no);
                System.out.flush();
            }
        }
    }

    private static List<Reject> rows(int no) {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> new Reject(
                        new Origin("file", "sheet", no, row),
                        "purchases",
                        "amount",
                        "not-a-number",
                        "found " + no + "." + row,
                        "an amount",
                        "write it with a point",
                        "agreements:E1"))
                .toList();
    }
}
