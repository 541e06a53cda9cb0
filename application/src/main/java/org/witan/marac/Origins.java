package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Viewer;

/// Where referrals came from that another MARAC sent. Asked inside a witnessed piece of work.
@Repository
class Origins {
    private static final String SELECT = """
            select t.*, b.reference,
                array(select k.code from marac.received_kind k
                      where k.code <> 'FIRST'
                        and not exists (select from marac.received r where r.record_id = t.record_id and r.what = k.code)
                        and not exists (select from marac.settled_gap g where g.record_id = t.record_id and g.what = k.code)
                      order by k.place) as missing
            from marac.transfer_in t join access.record b on b.id = t.record_id
            """;
    private final JdbcClient database;
    private final ReceivedParts parts;

    Origins(JdbcClient database, ReceivedParts parts) {
        this.database = database;
        this.parts = parts;
    }

    Optional<TransferredIn> find(UUID referral) {
        return database.sql(SELECT + " where t.record_id = :referral")
                .param("referral", referral)
                .query((row, _) -> received(row))
                .optional();
    }

    /// The latest before others.
    List<TransferredIn> latest() {
        return database.sql(SELECT + " order by t.received_at desc, t.record_id limit 100")
                .query((row, _) -> received(row))
                .list();
    }

    /// How many referrals lack something that should have come with them.
    long lacking() {
        return database.sql("""
                        select count(*) from marac.transfer_in t
                        where exists (
                            select from marac.received_kind k
                            where k.code <> 'FIRST'
                              and not exists (select from marac.received r
                                              where r.record_id = t.record_id and r.what = k.code)
                              and not exists (select from marac.settled_gap g
                                              where g.record_id = t.record_id and g.what = k.code))
                        """).query(Long.class).single();
    }

    /// Those of some referrals that came from another MARAC.
    Map<UUID, TransferredIn.Origin> among(Collection<UUID> referrals) {
        return database
                .sql("""
                        select record_id, from_marac, sent_on from marac.transfer_in
                        where record_id = any (cast(:referrals as uuid[]))
                        """)
                .param("referrals", referrals.toArray(UUID[]::new))
                .query((row, _) -> new TransferredIn.Origin(
                        row.getObject("record_id", UUID.class),
                        row.getString("from_marac"),
                        row.getObject("sent_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(TransferredIn.Origin::referral, Function.identity()));
    }

    /// Says where a referral came from.
    ///
    /// @return 0 when that was said already, or the same transfer was received before
    int add(Viewer viewer, UUID referral, TransferContent.Sent sent, byte @Nullable [] digest) {
        return database.sql("""
                        insert into marac.transfer_in (record_id, from_marac, from_person, their_reference, sent_on, why, digest,
                            received_at, received_by)
                        values (:referral, :marac, :person, :reference, :on, :why, cast(:digest as bytea), now(), :account)
                        on conflict do nothing
                        """)
                .param("referral", referral)
                .param("marac", sent.from())
                .param("person", sent.by())
                .param("reference", sent.reference())
                .param("on", sent.on())
                .param("why", sent.why().name())
                .param("digest", digest)
                .param("account", viewer.account())
                .update();
    }

    void settle(UUID id, Viewer viewer, UUID referral, ReceivedKind what, String words) {
        database.sql("""
                        insert into marac.settled_gap (id, record_id, part, what, words, settled_at, settled_by)
                        select :id, :referral, k.part, k.code, :words, now(), :account from marac.received_kind k
                        where k.code = :what
                        """)
                .param("id", id)
                .param("referral", referral)
                .param("words", words)
                .param("account", viewer.account())
                .param("what", what.name())
                .update();
    }

    private TransferredIn received(ResultSet row) throws SQLException {
        UUID referral = row.getObject("record_id", UUID.class);
        return new TransferredIn(
                referral,
                row.getString("reference"),
                row.getString("from_marac"),
                row.getString("from_person"),
                row.getString("their_reference"),
                row.getObject("sent_on", LocalDate.class),
                TransferWhy.valueOf(row.getString("why")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                parts.first(referral).orElse(null),
                parts.hearings(referral),
                parts.actions(referral),
                parts.assessments(referral),
                Stream.of((Object[]) row.getArray("missing").getArray())
                        .map(code -> ReceivedKind.valueOf((String) code))
                        .toList(),
                settled(referral));
    }

    private List<TransferredIn.Settled> settled(UUID referral) {
        return database.sql("""
                        select g.what, g.words, g.settled_at, coalesce(access.person(g.settled_by), '') as by_name
                        from marac.settled_gap g where g.record_id = :referral order by g.settled_at, g.id
                        """)
                .param("referral", referral)
                .query((row, _) -> new TransferredIn.Settled(
                        ReceivedKind.valueOf(row.getString("what")),
                        row.getString("words"),
                        row.getObject("settled_at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name")))
                .list();
    }
}
