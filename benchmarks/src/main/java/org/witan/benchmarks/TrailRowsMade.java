package org.witan.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Writes genuine rows of a trail by the hundred thousand, each with a code of the key, that wait to be sealed.
final class TrailRowsMade {
    private static final String UNIT = "\u001f";
    private static final int AT_ONCE = 5_000;
    private final Connection connection;
    private final Mac mac;
    private int made;

    TrailRowsMade(Connection connection, Path key) throws IOException, SQLException {
        this.connection = connection;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    HexFormat.of().parseHex(Files.readString(key).strip()), "HmacSHA256"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    int made() {
        return made;
    }

    /// So many more, of people who are not known, each with three records.
    void add(int count) throws SQLException {
        for (int done = 0; done < count; done += AT_ONCE) {
            addSome(Math.min(AT_ONCE, count - done));
        }
        made += count;
    }

    private void addSome(int count) throws SQLException {
        var ids = new String[count];
        var micros = new Long[count];
        var entered = new String[count];
        var finished = new String[count];
        var records = new String[count];
        for (int i = 0; i < count; i++) {
            long now = System.currentTimeMillis();
            ids[i] = new UUID(
                            (now << 16) | 0x7000L | ((made + i) & 0xFFF),
                            UUID.randomUUID().getLeastSignificantBits())
                    .toString();
            micros[i] = now * 1_000 + i % 1_000;
            records[i] = UUID.randomUUID() + "," + UUID.randomUUID() + "," + UUID.randomUUID();
            entered[i] = code(String.join(
                    UNIT,
                    ids[i],
                    micros[i].toString(),
                    "",
                    "",
                    "",
                    "READ",
                    "record",
                    "GET /records/{id}",
                    "PAGE",
                    "{\"words\":\"invented\"}",
                    "127.0.0.1",
                    "0123456789abcdef"));
            finished[i] = code(String.join(UNIT, ids[i], "DONE", records[i]));
        }
        try (var insert = connection.prepareStatement("""
                with made as (
                    select * from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                        as t (id, micros, entered, finished, records)),
                outcome as (
                    insert into access.trail_outcome
                    select id, 'DONE', string_to_array(records, ',')::uuid[], decode(finished, 'hex') from made),
                waiting as (insert into access.trail_waiting (entry_id) select id from made)
                insert into access.trail_entry
                    (id, at, deed, what, path, channel, detail, from_address, session, authenticator)
                select id, timestamptz 'epoch' + micros * interval '1 microsecond', 'READ', 'record', 'GET /records/{id}',
                       'PAGE', '{"words":"invented"}', '127.0.0.1', '0123456789abcdef', decode(entered, 'hex')
                from made
                """)) {
            insert.setArray(1, connection.createArrayOf("text", ids));
            insert.setArray(2, connection.createArrayOf("bigint", micros));
            insert.setArray(3, connection.createArrayOf("text", entered));
            insert.setArray(4, connection.createArrayOf("text", finished));
            insert.setArray(5, connection.createArrayOf("text", records));
            insert.executeUpdate();
        }
    }

    private String code(String text) {
        mac.update("authenticator".getBytes(StandardCharsets.US_ASCII));
        mac.update((byte) 0);
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
