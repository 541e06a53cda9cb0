package org.witan.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.access.Caller;
import org.witan.access.Origin;

/// The database shows how somebody signs in to nobody else, and counts an answer once.
class CredentialTablesTest extends RunningApplication {
    @Autowired
    private RegisteringPasskeys registering;

    @Autowired
    private Spending spending;

    @Autowired
    private JdbcClient database;

    private UUID holder;
    private final UUID passkey = UUID.randomUUID();

    @BeforeEach
    void somebodyWithAPasskey() {
        holder = partnership().account("Holder");
        partnership()
                .run(
                        "insert into access.passkey_handle values (?, sha256(gen_random_uuid()::text::bytea), now())",
                        holder);
        partnership().run("""
                        insert into access.passkey (id, account_id, credential_id, public_key, attestation, signature_count,
                            backup_eligible, backed_up, label, created_at)
                        values (?, ?, sha256(gen_random_uuid()::text::bytea), '\\x00', '\\x00', 7, false, false, 'desk',
                            now())
                        """, passkey, holder);
    }

    @Test
    void aPasskeyIsInTheListOfItsHolderOnly() {
        assertThat(registering.list(caller(holder))).extracting(Passkey::label).containsExactly("desk");
        assertThat(registering.list(caller(partnership().account("Other")))).isEmpty();
        assertThat(database.sql("select count(*) from access.passkey")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anotherPersonsPasskeyCannotBeEndedBecauseItIsNotThere() {
        var other = caller(partnership().account("Other"));
        assertThatThrownBy(() -> registering.end(other, passkey)).isInstanceOf(Absent.class);
        assertThat(registering.list(caller(holder))).hasSize(1);
    }

    @Test
    void theListOfAClosedAccountIsEmpty() {
        partnership().run("update access.account set closed_at = now() where id = ?", holder);
        assertThat(registering.list(caller(holder))).isEmpty();
    }

    @Test
    void theApplicationChangesAndRemovesNoCredentialByHand() {
        for (String statement : new String[] {
            "update access.passkey set signature_count = 0",
            "delete from access.passkey",
            "select * from access.passkey_handle",
            "insert into access.provider_link values (gen_random_uuid(), 'a', 'b', gen_random_uuid(), now(), null)",
            "delete from access.spent"
        }) {
            assertThatThrownBy(() -> database.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void outsideAWitnessedPieceOfWorkNoCountIsKept() {
        assertThat(database.sql("select access.passkey_is_used(?, 8, false, now())")
                        .param(passkey)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void ofAnswersThatArriveTogetherOneCounts() throws Exception {
        String challenge = UUID.randomUUID().toString();
        Callable<Boolean> answer = () -> spending.spend(challenge);
        try (var together = Executors.newFixedThreadPool(6)) {
            int counted = 0;
            for (Future<Boolean> one : together.invokeAll(Collections.nCopies(12, answer))) {
                counted += one.get() ? 1 : 0;
            }
            assertThat(counted).isEqualTo(1);
        }
    }

    private static Caller caller(UUID account) {
        return new Caller(account, Origin.job("test"));
    }
}
