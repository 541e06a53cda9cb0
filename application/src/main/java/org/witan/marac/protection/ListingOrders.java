package org.witan.marac.protection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Which orders end soon, ran out without a word, are in force, or are over.
///
/// That an order ends is told in time, because whoever it binds may wait for that day.
@Component
public class ListingOrders {
    /// The term that stands.
    private static final String STANDS = """
            select t.order_id, t.record_id, t.ends_on from marac.order_term t
            where not exists (select from marac.order_term l where l.order_id = t.order_id and l.version > t.version)
            """;
    private static final String SOON = STANDS + """
             and t.ended_on is null
             and t.ends_on <= access.today() + access.setting_number('marac_order_reminder_days')
            """;
    private static final String IN_FORCE =
            STANDS + " and t.ended_on is null and (t.ends_on is null or t.ends_on >= access.today())";
    private static final String OVER = STANDS + " and t.ended_on > access.today() - 366";

    /// An order is brought to the mind of whoever helps its victim: the IDVA it is assigned to, or every one of
    /// the agency where it is assigned to none; and of the police.
    private static final String MINE = """
            select access.setting_number('marac_order_reminder_days') as days,
                count(*) filter (where s.ends_on >= access.today()) as ending,
                count(*) filter (where s.ends_on < access.today()) as ran_out,
                min(s.ends_on) filter (where s.ends_on >= access.today()) as first
            from (
            """ + SOON + """
            ) s
            where :role = 'COORDINATOR'
               or :role = 'REPRESENTATIVE'
                  and exists (select from access.agency y where y.id = :agency and y.kind = 'POLICE')
               or :role = 'IDVA'
                  and (s.record_id in (select access.my_assigned_records())
                       or not exists (select from access.assignment a
                                      join access.colleague c on c.account_id = a.account_id and c.agency_id = :agency
                                          and c.role = 'IDVA'
                                      where a.record_id = s.record_id and (a.until_at is null or a.until_at > now())))
            """;
    private final Witnessing witnessing;
    private final Orders orders;
    private final JdbcClient database;

    ListingOrders(Witnessing witnessing, Orders orders, JdbcClient database) {
        this.witnessing = witnessing;
        this.orders = orders;
        this.database = database;
    }

    /// Which orders a list holds.
    public enum Which {
        /// They end soon, or ran out without a word.
        ENDING,
        IN_FORCE,
        OVER
    }

    /// Orders that whoever looks may see, those that end first before others. None is cut off.
    ///
    /// @param verb LIST for a page, EXPORT for what leaves it
    public List<ProtectiveOrder> list(Viewer viewer, Which which, Verb verb) {
        return witnessing.witness(viewer, Deed.of(verb, "order").with("which", which.name()), shown -> {
            List<ProtectiveOrder> all = orders.read(ids(which));
            all.forEach(one -> show(shown, one));
            return all.stream()
                    .sorted(Comparator.comparing(
                            one -> one.now().terms().endsOn(), Comparator.nullsLast(Comparator.naturalOrder())))
                    .toList();
        });
    }

    private List<UUID> ids(Which which) {
        return switch (which) {
            case ENDING -> database.sql(SOON).query(ListingOrders::id).list();
            case IN_FORCE -> database.sql(IN_FORCE).query(ListingOrders::id).list();
            case OVER -> database.sql(OVER).query(ListingOrders::id).list();
        };
    }

    private static UUID id(ResultSet row, int at) throws SQLException {
        return row.getObject("order_id", UUID.class);
    }

    /// What of orders waits for whoever looks; nothing for roles that act on none. Inside a witnessed piece of
    /// work.
    public Ending ending(Viewer viewer) {
        if (viewer.role() != Role.COORDINATOR && viewer.role() != Role.REPRESENTATIVE && viewer.role() != Role.IDVA) {
            return new Ending(0, 0, null, 0);
        }
        return database.sql(MINE)
                .param("role", viewer.role().name())
                .param("agency", viewer.agency())
                .query((row, _) -> new Ending(
                        row.getLong("ending"),
                        row.getLong("ran_out"),
                        row.getObject("first", LocalDate.class),
                        row.getInt("days")))
                .single();
    }

    static void show(Shown shown, ProtectiveOrder order) {
        shown.add(order.referral());
        order.binds().forEach(person -> shown.add(person.id()));
        order.protects().forEach(person -> shown.add(person.id()));
    }

    /// How many orders end soon, and how many ran out without a word.
    ///
    /// @param first the day on which the first of them ends; null when none does
    /// @param days within which that is soon
    public record Ending(long ending, long ranOut, @Nullable LocalDate first, int days) {}
}
