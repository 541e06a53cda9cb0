package org.witan.marac;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Origin;
import org.witan.access.Witnessing;
import org.witan.access.signin.Demonstration.Acting;
import org.witan.access.signin.Inventing;
import org.witan.database.DemonstrationOwner;
import org.witan.marac.invented.InventedHistory;
import org.witan.marac.invented.Span;
import org.witan.site.Days;

/// Gives a demonstration two years of meetings, so that the data return, repeats, actions and lists
/// of a partnership that has met for years can be seen. Pages answer while it is written; they have
/// it when it is whole.
///
/// It does so once: where a meeting was held, nothing is given.
@Component
@Order(20)
@ConditionalOnBooleanProperty("witan.demo")
class InventingHistory implements Inventing {
    private static final Logger LOG = LoggerFactory.getLogger(InventingHistory.class);

    /// Every fortnight for two years, eight cases each.
    private static final int CASES = 416;

    private static final int EVERY_DAYS = 14;
    private static final int YEARS = 2;
    private static final long SEED = 2026;
    private static final String HELD =
            "select exists (select from meeting.timing where starts_at < now() - interval '1 day')";
    private final DemonstrationOwner owner;
    private final Witnessing witnessing;
    private final Days days;

    InventingHistory(DemonstrationOwner owner, Witnessing witnessing, Days days) {
        this.owner = owner;
        this.witnessing = witnessing;
        this.days = days;
    }

    @Override
    public void invent(List<Acting> people) {
        var last = days.today().minusDays(1);
        try (var database = owner.connect()) {
            if (isHeld(database)) {
                return;
            }
            new InventedHistory(database).write(new Span(SEED, 1, last.minusYears(YEARS), last, CASES, EVERY_DAYS));
            database.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException("The history of the demonstration was not written", failure);
        }
        witnessing.witness(
                new Caller(null, Origin.job("demonstration")),
                Deed.of(Verb.ADD, "demonstration").with("cases", String.valueOf(CASES)),
                _ -> CASES);
        LOG.info("The demonstration has a history of {} cases", CASES);
    }

    private static boolean isHeld(Connection database) throws SQLException {
        try (var asked = database.createStatement();
                var rows = asked.executeQuery(HELD)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
