package io.tallybook.job;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Transactions of Spring Batch's repository, over a source whose transactions begin with their first statement.
 *
 * <p>The repository takes a lock of its own before its first statement. Were the write lock of the store taken behind that one,
 * a thread that has the store and wants the repository would wait for one that has the repository and wants the store. So the
 * store comes first, always.
 */
final class RepositoryTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    private final transient DataSource source;

    RepositoryTransactions(DataSource source) {
        super(source);
        this.source = source;
    }

    @Override
    protected Object doGetTransaction() {
        Object transaction = super.doGetTransaction();
        if (isExistingTransaction(transaction)) {
            begin();
        }
        return transaction;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        begin();
    }

    /** Any question to the connection makes it a real one, whose transaction has begun. */
    private void begin() {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            connection.getMetaData();
        } catch (SQLException e) {
            throw new CannotCreateTransactionException("The store does not answer", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
