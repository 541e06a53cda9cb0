package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Transfers to other MARACs. Asked inside a witnessed piece of work.
@Repository
class Transfers {
    private static final String SELECT = """
            select t.*, b.reference from marac.transfer t join access.record b on b.id = t.record_id
            """;
    private final JdbcClient database;

    Transfers(JdbcClient database) {
        this.database = database;
    }

    Optional<Transfer> find(UUID id) {
        return withSteps(database.sql(SELECT + " where t.id = :id")
                        .param("id", id)
                        .query((row, _) -> transfer(row))
                        .list())
                .stream()
                .findFirst();
    }

    /// Those of a referral, the latest first.
    List<Transfer> of(UUID referral) {
        return withSteps(database.sql(SELECT + " where t.record_id = :referral order by t.made_at desc, t.id desc")
                .param("referral", referral)
                .query((row, _) -> transfer(row))
                .list());
    }

    /// The latest before others.
    List<Transfer> latest() {
        return withSteps(database.sql(SELECT + " order by t.made_at desc, t.id desc limit 200")
                .query((row, _) -> transfer(row))
                .list());
    }

    /// Those that nobody acknowledged, the oldest first.
    List<Transfer> open() {
        return withSteps(
                database.sql(SELECT + """
                         where not exists (select from marac.transfer_event e
                                           where e.transfer_id = t.id and e.what = 'WITHDRAWN')
                           and coalesce((select e.what from marac.transfer_event e
                                         where e.transfer_id = t.id and e.what in ('ACKNOWLEDGED', 'REOPENED')
                                         order by e.at desc, e.id desc limit 1), 'REOPENED') = 'REOPENED'
                         order by t.made_at, t.id limit 500
                        """).query((row, _) -> transfer(row)).list());
    }

    /// Keeps a transfer that is begun.
    ///
    /// @return false when a form that is sent twice began it already
    boolean add(UUID id, UUID referral, Transfer.Terms terms, UUID account) {
        return database.sql("""
                        insert into marac.transfer (id, record_id, to_marac, to_person, how_acknowledged, why, words,
                            hidden_addresses, hidden_because, made_at, made_by)
                        values (:id, :referral, :marac, :person, :how, :why, :words, :hidden, :because, now(), :account)
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("referral", referral)
                        .param("marac", terms.toMarac())
                        .param("person", terms.toPerson())
                        .param("how", terms.howAcknowledged())
                        .param("why", terms.why().name())
                        .param("words", terms.words())
                        .param("hidden", terms.hiddenAddresses())
                        .param("because", terms.hiddenBecause())
                        .param("account", account)
                        .update()
                == 1;
    }

    void happened(UUID id, Transfer transfer, TransferStep what, String words, UUID account) {
        database.sql("""
                        insert into marac.transfer_event (id, transfer_id, record_id, what, words, at, by)
                        values (:id, :transfer, :referral, :what, :words, now(), :account)
                        """)
                .param("id", id)
                .param("transfer", transfer.id())
                .param("referral", transfer.referral())
                .param("what", what.name())
                .param("words", words)
                .param("account", account)
                .update();
    }

    private List<Transfer> withSteps(List<Transfer> all) {
        Map<UUID, List<Transfer.Step>> steps =
                steps(all.stream().map(Transfer::id).toList());
        return all.stream()
                .map(one -> one.with(steps.getOrDefault(one.id(), List.of()), null))
                .toList();
    }

    private Map<UUID, List<Transfer.Step>> steps(Collection<UUID> transfers) {
        Map<UUID, List<Transfer.Step>> all = new HashMap<>();
        database.sql("""
                        select e.transfer_id, e.what, e.words, e.at, coalesce(access.person(e.by), '') as by_name
                        from marac.transfer_event e where e.transfer_id = any (cast(:transfers as uuid[]))
                        order by e.at, e.id
                        """).param("transfers", transfers.toArray(UUID[]::new)).query(row -> {
            all.computeIfAbsent(row.getObject("transfer_id", UUID.class), _ -> new ArrayList<>())
                    .add(new Transfer.Step(
                            TransferStep.valueOf(row.getString("what")),
                            row.getString("words"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("by_name")));
        });
        return all;
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        return new Transfer(
                row.getObject("id", UUID.class),
                row.getObject("record_id", UUID.class),
                row.getString("reference"),
                row.getString("to_marac"),
                row.getString("to_person"),
                row.getString("how_acknowledged"),
                TransferWhy.valueOf(row.getString("why")),
                row.getString("words"),
                row.getBoolean("hidden_addresses"),
                row.getString("hidden_because"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                List.of(),
                null);
    }
}
