package org.witan.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.witan.shared.Identity;
import tools.jackson.databind.json.JsonMapper;

/// The row that a piece of work leaves in the trail, and the text by which it is genuine.
record TrailRow(
        UUID id,
        Instant at,
        @Nullable UUID account,
        @Nullable Viewer viewer,
        Origin origin,
        Deed deed) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String UNIT_SEPARATOR = "\u001f";

    static TrailRow of(Instant now, @Nullable UUID account, @Nullable Viewer viewer, Origin origin, Deed deed) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        return new TrailRow(Identity.at(at), at, account, viewer, origin, deed);
    }

    /// The detail as it is stored and sealed: an object with its names in order.
    String detail() {
        return JSON.writeValueAsString(new TreeMap<>(Map.copyOf(deed.detail())));
    }

    long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /// The fields in the order of the table, nothing for null. Agency and role are the database's to say.
    String text() {
        return joined(
                id,
                micros(),
                account,
                viewer == null ? null : viewer.membership(),
                viewer == null ? null : viewer.purpose(),
                deed.verb(),
                deed.what(),
                origin.path(),
                origin.channel(),
                detail(),
                origin.address(),
                origin.session());
    }

    String text(Outcome outcome, List<UUID> records) {
        return joined(id, outcome, records.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }

    private static String joined(@Nullable Object... fields) {
        return Stream.of(fields).map(field -> Objects.toString(field, "")).collect(Collectors.joining(UNIT_SEPARATOR));
    }

    /// What came of a piece of work.
    enum Outcome {
        DONE,
        REFUSED,
        ABSENT,
        FAILED
    }
}
