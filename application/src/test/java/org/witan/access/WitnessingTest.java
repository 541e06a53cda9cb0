package org.witan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.RunningApplication;
import org.witan.access.Deed.Verb;

/// Without a row in the trail nothing is seen, and what was seen is in it.
class WitnessingTest extends RunningApplication {
    @Autowired
    private Witnessing witnessing;

    @Autowired
    private Records records;

    @Autowired
    private JdbcClient database;

    private Partnership partnership;
    private Viewer coordinator;
    private UUID file;

    @BeforeEach
    void aCaseOfThePolice() {
        partnership = partnership();
        var police = partnership.agency("POLICE");
        var team = partnership.agency("PARTNERSHIP");
        coordinator = partnership.viewer(team, Role.COORDINATOR, Purpose.MARAC);
        file = partnership.record(RecordKind.CASE, police);
    }

    @Test
    void whatWasReadIsInTheTrailWithWhoAndWhy() {
        var found = witnessing.witness(coordinator, Deed.of(Verb.READ, "record"), shown -> {
            shown.add(file);
            return records.find(file).orElseThrow(Absent::new);
        });
        assertThat(found.id()).isEqualTo(file);
        assertThat(partnership.trailOf(coordinator))
                .containsExactly(Map.of(
                        "deed",
                        "READ",
                        "role",
                        "COORDINATOR",
                        "purpose",
                        "MARAC",
                        "outcome",
                        "DONE",
                        "records",
                        List.of(file)));
    }

    @Test
    void outsideAWitnessedPieceOfWorkThereIsNoRecord() {
        assertThat(records.find(file)).isEmpty();
        assertThat(records.count("")).isZero();
        assertThat(records.openParts(file)).isEmpty();
    }

    @Test
    void anAbsentRecordLeavesARow() {
        assertThatThrownBy(() -> witnessing.witness(
                        coordinator,
                        Deed.of(Verb.READ, "record"),
                        _ -> records.find(new UUID(0, 0)).orElseThrow(Absent::new)))
                .isInstanceOf(Absent.class);
        assertThat(partnership.trailOf(coordinator))
                .extracting(row -> row.get("outcome"))
                .containsExactly("ABSENT");
    }

    @Test
    void workThatFailsIsUndoneAndLeavesARow() {
        UUID lost = UUID.randomUUID();
        assertThatThrownBy(() -> witnessing.witness(coordinator, Deed.of(Verb.ADD, "record"), _ -> {
                    records.register(
                            lost, RecordKind.CASE, coordinator.agency(), null, List.of(), List.of(), List.of());
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(partnership.exists(lost)).isFalse();
        assertThat(partnership.trailOf(coordinator))
                .extracting(row -> row.get("outcome"))
                .containsExactly("FAILED");
    }

    @Test
    void aMembershipThatEndedOpensNothing() {
        partnership.end(coordinator.membership());
        assertThatThrownBy(() -> witnessing.witness(coordinator, Deed.of(Verb.COUNT, "record"), _ -> records.count("")))
                .isInstanceOf(NotAViewer.class);
    }

    @Test
    void aPurposeThatTheRoleDoesNotHaveOpensNothing() {
        assertThatThrownBy(() -> witnessing.witness(
                        coordinator.with(Purpose.TASKING), Deed.of(Verb.COUNT, "record"), _ -> records.count("")))
                .isInstanceOf(NotAViewer.class);
    }

    @Test
    void theApplicationCannotWriteReadOrChangeTheTrailByHand() {
        for (String statement : List.of(
                "delete from access.trail_entry",
                "update access.trail_entry set purpose = 'SUPPORT'",
                "insert into access.trail_outcome values (gen_random_uuid(), 'DONE', '{}', '\\x')",
                "select * from access.ruling",
                "set role witan_owner")) {
            assertThatThrownBy(() -> database.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }
}
