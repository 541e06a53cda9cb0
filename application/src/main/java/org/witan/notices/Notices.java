package org.witan.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What waits for whom, by the functions of the database that alone may read it.
@Repository
class Notices {
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Notices(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Somebody who is told now.
    ///
    /// @param since since when the newest waits, to the microsecond
    record Addressee(UUID account, String email, OffsetDateTime since) {

        @Override
        public String toString() {
            return "addressee " + account;
        }
    }

    /// Finds out for whom it is what happened; or forgets it, where nobody is told by e-mail.
    ///
    /// @return how much was found, until there is nothing
    int fold(boolean tells) {
        return database.sql("select notices.fold(:tells)")
                .param("tells", tells)
                .query(Integer.class)
                .single();
    }

    /// Whether anybody is told now.
    boolean settle() {
        return database.sql("select notices.settle()").query(Boolean.class).single();
    }

    /// Some of those who are told now. Asked inside a witnessed piece of work.
    List<Addressee> take(int most) {
        return database.sql("select account_id, email, since_at from notices.take(:most)")
                .param("most", most)
                .query(Notices::read)
                .list();
    }

    void told(Addressee addressee) {
        transaction.executeWithoutResult(_ -> database.sql("select notices.told(:account, :since)")
                .param("account", addressee.account())
                .param("since", addressee.since())
                .query(_ -> {}));
    }

    void notTold(Addressee addressee, boolean unusable) {
        transaction.executeWithoutResult(_ -> database.sql("select notices.not_told(:account, :unusable)")
                .param("account", addressee.account())
                .param("unusable", unusable)
                .query(_ -> {}));
    }

    /// Those that were taken and are not tried now.
    void letGo(List<Addressee> addressees) {
        String ids = addressees.stream().map(Addressee::account).toList().toString();
        database.sql("select notices.let_go(cast(:accounts as uuid[]))")
                .param("accounts", ids.replace('[', '{').replace(']', '}'))
                .query(_ -> {});
    }

    private static Addressee read(ResultSet row, int number) throws SQLException {
        return new Addressee(
                row.getObject("account_id", UUID.class),
                row.getString("email"),
                row.getObject("since_at", OffsetDateTime.class));
    }
}
