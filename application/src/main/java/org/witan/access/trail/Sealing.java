package org.witan.access.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.TrailKey;
import org.witan.access.TrailSettings;
import org.witan.access.UnsealedEntries;

/// Seals what waits, signs heads of the chain, and misses what was committed and is gone.
@Component
class Sealing {
    /// Enough for one statement to be worth its round trip, and far from the time a statement may take.
    static final int BATCH = 5_000;

    private final JdbcClient database;
    private final UnsealedEntries unsealed;
    private final HeadKey key;
    private final HeadsFile heads;
    private final Duration signEvery;
    private final Clock clock;

    Sealing(JdbcClient database, UnsealedEntries unsealed, TrailKey key, TrailSettings settings, Clock clock) {
        this.database = database;
        this.unsealed = unsealed;
        this.key = HeadKey.of(key);
        this.heads = new HeadsFile(settings.heads());
        this.signEvery = settings.signEvery();
        this.clock = clock;
    }

    /// Seals one batch and returns how many entries were taken from the queue; 0 when nothing waits or another node
    /// seals.
    int seal(int most) {
        return database.sql("select sealed from access.seal(:most)")
                .param("most", most)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /// Signs the head of the chain when it has grown, and the last signature is old enough or there is no time left.
    ///
    /// @param now true to sign whatever the time of the last
    Optional<Head> sign(boolean now) {
        Instant moment = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Unsigned> growth = growth();
        if (growth.isEmpty() || !(now || growth.get().isDue(moment, signEvery))) {
            return Optional.empty();
        }
        var head = Head.signed(
                growth.get().position(), growth.get().former(), growth.get().link(), moment, key);
        if (!keep(head)) {
            return Optional.empty();
        }
        try {
            heads.append(head);
        } catch (IOException failure) {
            throw new UncheckedIOException("A signed head cannot be written to " + heads.path(), failure);
        }
        return Optional.of(head);
    }

    private Optional<Unsigned> growth() {
        return database.sql("""
                        select s.position, s.link, coalesce(h.position, 0) as former, h.signed_at
                        from (select * from access.trail_seal order by position desc limit 1) s
                        left join (select * from access.trail_head order by position desc limit 1) h on true
                        where h.position is null or s.position > h.position
                        """)
                .query((row, _) -> new Unsigned(
                        row.getLong("position"),
                        row.getLong("former"),
                        HexFormat.of().formatHex(row.getBytes("link")),
                        Optional.ofNullable(row.getTimestamp("signed_at")).map(Timestamp::toInstant)))
                .optional();
    }

    private boolean keep(Head head) {
        return database.sql("""
                        select access.sign_head(:position, :former, :link,
                            timestamptz 'epoch' + :micros * interval '1 microsecond', :key, :signature)
                        """)
                .param("position", head.position())
                .param("former", head.former())
                .param("link", HexFormat.of().parseHex(head.link()))
                .param("micros", head.micros())
                .param("key", head.key())
                .param("signature", Base64.getDecoder().decode(head.signature()))
                .query(Boolean.class)
                .single();
    }

    /// Looks whether what this application committed is sealed or waits. What is neither was taken out of the queue by
    /// hand: it is put back, so that it gets a seal, or the seal of something that is gone.
    ///
    /// @return how many were put back
    int missed() {
        List<UUID> committed = unsealed.entries();
        if (committed.isEmpty()) {
            return 0;
        }
        unsealed.sealed(database.sql("""
                        select x from unnest(cast(:entries as uuid[])) as x
                        where exists (select from access.trail_seal s where s.entry_id = x)
                        """)
                .param("entries", array(committed))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list());
        return database.sql("select access.await_sealing(cast(:entries as uuid[]))")
                .param("entries", array(unsealed.entries()))
                .query(Integer.class)
                .single();
    }

    /// How many entries wait, and since when the oldest.
    Waiting waiting() {
        return database.sql("select waiting, oldest from access.waiting_to_be_sealed()")
                .query((row, _) -> new Waiting(
                        row.getLong("waiting"),
                        Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant)))
                .single();
    }

    /// How long an entry may wait before those who watch are told.
    Duration patience() {
        return Duration.ofSeconds(database.sql("select access.setting_number('trail_late_seconds')")
                .query(Integer.class)
                .single());
    }

    private static String array(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /// @param oldest when the oldest was entered; empty when none waits
    record Waiting(long entries, Optional<Instant> oldest) {}

    private record Unsigned(long position, long former, String link, Optional<Instant> signed) {

        /// A clock that was set back must not keep heads unsigned.
        boolean isDue(Instant now, Duration every) {
            return signed.isEmpty()
                    || now.isBefore(signed.get())
                    || !now.isBefore(signed.get().plus(every));
        }
    }
}
