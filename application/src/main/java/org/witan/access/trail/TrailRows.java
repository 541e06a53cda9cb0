package org.witan.access.trail;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.witan.access.trail.Finding.Kind;

/// The trail as it lies in the database, read in one snapshot, one row after the other.
///
/// The text that was sealed is put together here and by nothing that the owner of the database could have changed: no
/// function of the schema is called.
final class TrailRows {
    private static final int AT_ONCE = 2_000;
    private static final String TEXT = """
            array_to_string(array[
                e.id::text, (extract(epoch from e.at) * 1000000)::bigint::text, e.account_id::text,
                e.membership_id::text, e.agency_id::text, e.role, e.purpose, e.deed, e.what, e.path, e.channel,
                e.detail, e.from_address, e.session, encode(e.authenticator, 'hex'), o.outcome,
                array_to_string(o.records, ','), encode(o.authenticator, 'hex'), e.written_in::text],
                E'\\x1f', '') as text
            """;
    /// What the text cannot tell apart: an empty word where there was none, and none where there was an empty one.
    private static final String BLANKED = """
            coalesce(e.role = '' or e.purpose = '', false) or e.deed is null or e.what is null or e.path is null
                or e.channel is null or e.detail is null or e.from_address is null or e.session is null
                or e.authenticator is null or e.at is null or o.outcome is null or o.records is null
                or o.authenticator is null as blanked
            """;
    private static final String SEALS = """
            select s.position, s.entry_id::text as entry, s.digest, s.link,
                   (extract(epoch from s.sealed_at) * 1000000)::bigint as micros, e.id is not null as entered,
                   o.entry_id is not null as finished, h.position as head, h.former, h.link as head_link,
                   (extract(epoch from h.signed_at) * 1000000)::bigint as signed, h.key_name, h.signature, %s, %s
            from access.trail_seal s
            left join access.trail_entry e on e.id = s.entry_id
            left join access.trail_outcome o on o.entry_id = s.entry_id
            left join access.trail_head h on h.position = s.position
            order by s.position
            """.formatted(TEXT, BLANKED);
    private static final String HEADS_WITHOUT_SEAL = """
            select h.position as head, h.former, h.link as head_link,
                   (extract(epoch from h.signed_at) * 1000000)::bigint as signed, h.key_name, h.signature
            from access.trail_head h
            where not exists (select from access.trail_seal s where s.position = h.position) order by h.position
            """;
    private static final String UNSEALED = """
            select coalesce(e.id, o.entry_id)::text as entry, e.id is not null as entered,
                   o.entry_id is not null as finished,
                   exists (select from access.trail_waiting w where w.entry_id = coalesce(e.id, o.entry_id)) as waiting, %s, %s
            from access.trail_entry e
            full join access.trail_outcome o on o.entry_id = e.id
            where not exists (select from access.trail_seal s where s.entry_id = coalesce(e.id, o.entry_id))
            order by 1
            """.formatted(TEXT, BLANKED);

    private final Connection connection;

    /// @param connection in a transaction that sees one snapshot, with the rights of the owner of the tables
    TrailRows(Connection connection) {
        this.connection = connection;
    }

    /// Hands on every seal, each with its head, and at the end the heads that have no seal.
    void each(Reader reader) throws SQLException, IOException {
        each(SEALS, row -> {
            reader.seal(seal(row));
            if (row.getObject("head") != null) {
                reader.head(head(row));
            }
        });
        each(HEADS_WITHOUT_SEAL, row -> reader.head(head(row)));
    }

    /// Every entry without a seal: it waits, or something happened to it. Returns how many wait.
    long readUnsealed(Codes codes, Findings findings) throws SQLException, IOException {
        long[] waiting = {0};
        each(UNSEALED, row -> {
            String entry = row.getString("entry");
            boolean waits = row.getBoolean("waiting");
            waiting[0] += waits ? 1 : 0;
            if (!row.getBoolean("entered") || !row.getBoolean("finished")) {
                findings.add(
                        Kind.REMOVED,
                        0,
                        entry,
                        (row.getBoolean("entered") ? "the outcome is" : "the entry is")
                                + " gone, before it was sealed.");
                return;
            }
            String forged =
                    SealedText.read(row.getString("text")).map(codes::forged).orElse("a field");
            if (!forged.isEmpty()) {
                findings.add(Kind.INSERTED, 0, entry, forged + " does not bear the code of the key, and has no seal.");
            } else if (!waits) {
                findings.add(
                        Kind.REMOVED, 0, entry, "its seal, or its place in the queue, is gone; or it was inserted.");
            } else if (row.getBoolean("blanked")) {
                findings.add(Kind.CHANGED, 0, entry, "a field is empty that never is.");
            }
        });
        each(
                """
                select w.entry_id::text as entry from access.trail_waiting w
                where not exists (select from access.trail_entry e where e.id = w.entry_id)
                  and not exists (select from access.trail_outcome o where o.entry_id = w.entry_id)
                  and not exists (select from access.trail_seal s where s.entry_id = w.entry_id)
                """,
                row -> findings.add(
                        Kind.REMOVED,
                        0,
                        row.getString("entry"),
                        "entry and outcome are gone, before they were sealed."));
        return waiting[0];
    }

    /// What is done with what is read, in its order.
    interface Reader {
        void seal(Sealed seal) throws SQLException, IOException;

        void head(Head head) throws SQLException, IOException;
    }

    private void each(String query, Each action) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    action.take(rows);
                }
            }
        }
    }

    private static Sealed seal(ResultSet row) throws SQLException {
        boolean entered = row.getBoolean("entered");
        boolean finished = row.getBoolean("finished");
        String gone =
                entered ? (finished ? "" : "the outcome is") : (finished ? "the entry is" : "entry and outcome are");
        return new Sealed(
                row.getLong("position"),
                text(row.getString("entry")),
                hex(row.getBytes("digest")),
                hex(row.getBytes("link")),
                row.getLong("micros"),
                gone.isEmpty() ? row.getString("text") : null,
                gone,
                gone.isEmpty() && row.getBoolean("blanked"));
    }

    static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong("head"),
                row.getObject("former") == null ? -1 : row.getLong("former"),
                hex(row.getBytes("head_link")),
                row.getLong("signed"),
                text(row.getString("key_name")),
                Base64.getEncoder()
                        .encodeToString(
                                Optional.ofNullable(row.getBytes("signature")).orElse(new byte[0])));
    }

    private static String hex(byte[] bytes) {
        return bytes == null ? "" : HexFormat.of().formatHex(bytes);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /// What is done with a row.
    private interface Each {
        void take(ResultSet row) throws SQLException, IOException;
    }
}
