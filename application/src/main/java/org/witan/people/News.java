package org.witan.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Concerns that the other modules are not told of yet, whichever way they came in.
@Component
class News {
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    News(PlatformTransactionManager transactions, JdbcClient database, ApplicationEventPublisher events) {
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
        this.events = events;
    }

    private record Item(UUID id, Object event) {}

    /// Announces all that waits, one transaction each: a listener hears it in the transaction that says it was told,
    /// and when it fails, that one waits on and the others are told.
    ///
    /// @throws RuntimeException the first failure, after all others were told
    void announce() {
        RuntimeException first = null;
        UUID[] after = {null};
        boolean more = true;
        while (more) {
            UUID before = after[0];
            try {
                more = Boolean.TRUE.equals(transaction.execute(_ -> announceOne(after)));
            } catch (RuntimeException failure) {
                first = first == null ? failure : first;
                more = !Objects.equals(before, after[0]);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private boolean announceOne(@Nullable UUID[] after) {
        Item item = next(after[0]);
        if (item == null) {
            return false;
        }
        after[0] = item.id();
        events.publishEvent(item.event());
        return true;
    }

    private @Nullable Item next(@Nullable UUID after) {
        return database.sql("""
                        select news_id, what, concern_id, former_id, victim_id, perpetrator_ids
                        from people.take_news(cast(:after as uuid))
                        """)
                .param("after", after)
                .query((row, _) -> new Item(row.getObject("news_id", UUID.class), event(row)))
                .optional()
                .orElse(null);
    }

    private static Object event(ResultSet row) throws SQLException {
        UUID concern = row.getObject("concern_id", UUID.class);
        UUID victim = row.getObject("victim_id", UUID.class);
        List<UUID> perpetrators = Arrays.stream(
                        (Object[]) row.getArray("perpetrator_ids").getArray())
                .map(UUID.class::cast)
                .toList();
        return switch (row.getString("what")) {
            case "NEW" -> new NewConcern(concern, victim, perpetrators);
            case "CORRECTED" ->
                new ConcernCorrected(row.getObject("former_id", UUID.class), concern, victim, perpetrators);
            case "LINKED" -> new ConcernLinked(concern);
            case "CANCELLED" -> new ConcernCancelled(concern);
            default -> throw new IllegalStateException("There is news of a kind that nobody knows.");
        };
    }
}
