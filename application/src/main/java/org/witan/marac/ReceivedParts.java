package org.witan.marac;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What came with a transfer beside the referral, as far as whoever looks may see it. Asked inside a witnessed piece of
/// work.
@Repository
class ReceivedParts {
    private static final TypeReference<List<TransferContent.Heard>> HEARINGS = new TypeReference<>() {};
    private static final TypeReference<List<TransferContent.Planned>> ACTIONS = new TypeReference<>() {};
    private static final TypeReference<List<TransferContent.Assessed>> ASSESSMENTS = new TypeReference<>() {};
    private final JdbcClient database;
    private final JsonMapper json = JsonMapper.builder().build();

    ReceivedParts(JdbcClient database) {
        this.database = database;
    }

    /// Keeps what came, each in its part; what is empty did not come.
    void add(UUID referral, TransferContent content) {
        var first = new TransferredIn.First(
                content.sent().words(),
                content.referral().agency(),
                content.referral().referredOn());
        add(referral, ReceivedKind.FIRST, json.writeValueAsString(first));
        add(referral, ReceivedKind.HEARINGS, content.hearings());
        add(referral, ReceivedKind.ACTIONS, content.actions());
        add(referral, ReceivedKind.ASSESSMENTS, content.assessments());
    }

    Optional<TransferredIn.First> first(UUID referral) {
        return find(referral, ReceivedKind.FIRST).map(text -> json.readValue(text, TransferredIn.First.class));
    }

    List<TransferContent.Heard> hearings(UUID referral) {
        return find(referral, ReceivedKind.HEARINGS)
                .map(text -> json.readValue(text, HEARINGS))
                .orElse(List.of());
    }

    List<TransferContent.Planned> actions(UUID referral) {
        return find(referral, ReceivedKind.ACTIONS)
                .map(text -> json.readValue(text, ACTIONS))
                .orElse(List.of());
    }

    List<TransferContent.Assessed> assessments(UUID referral) {
        return find(referral, ReceivedKind.ASSESSMENTS)
                .map(text -> json.readValue(text, ASSESSMENTS))
                .orElse(List.of());
    }

    private void add(UUID referral, ReceivedKind what, List<?> all) {
        if (!all.isEmpty()) {
            add(referral, what, json.writeValueAsString(all));
        }
    }

    private void add(UUID referral, ReceivedKind what, String content) {
        database.sql("""
                        insert into marac.received (record_id, part, what, content)
                        select :referral, k.part, k.code, cast(:content as jsonb) from marac.received_kind k
                        where k.code = :what
                        """)
                .param("referral", referral)
                .param("content", content)
                .param("what", what.name())
                .update();
    }

    private Optional<String> find(UUID referral, ReceivedKind what) {
        return database.sql("select content from marac.received where record_id = :referral and what = :what")
                .param("referral", referral)
                .param("what", what.name())
                .query(String.class)
                .optional();
    }
}
