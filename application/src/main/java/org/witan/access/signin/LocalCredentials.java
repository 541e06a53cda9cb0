package org.witan.access.signin;

import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Passwords with their time-based codes, as the database keeps them.
@Repository
class LocalCredentials {
    private final JdbcClient database;
    private final Strongbox strongbox;
    private final Passwords passwords;

    LocalCredentials(JdbcClient database, Strongbox strongbox, Passwords passwords) {
        this.database = database;
        this.strongbox = strongbox;
        this.passwords = passwords;
    }

    /// What is compared for an e-mail address; absent when nobody signs in with it.
    Optional<Kept> of(String email) {
        return database.sql("select account_id, password, code_secret from access.local_credential_of(:email)")
                .param("email", email)
                .query((row, _) -> new Kept(
                        row.getObject("account_id", UUID.class),
                        row.getString("password"),
                        strongbox
                                .unlock(row.getBytes("code_secret"), owner(row.getObject("account_id", UUID.class)))
                                .map(Codes::secret)
                                .orElse(null)))
                .optional();
    }

    /// Uses up the half minute of a code; false when it was used before.
    boolean take(UUID account, long step, @Nullable String stronger) {
        return database.sql("select access.take_step(:account, :step, :password)")
                .param("account", account)
                .param("step", step)
                .param("password", stronger)
                .query(Boolean.class)
                .single();
    }

    String encoded(NewCredential credential) {
        return passwords.encode(credential.password());
    }

    byte[] locked(NewCredential credential, UUID account) {
        return strongbox.lock(credential.secret().getEncoded(), owner(account));
    }

    private static String owner(UUID account) {
        return "code of account " + account;
    }

    /// @param password digest of the password
    /// @param secret of the code; null when it cannot be decrypted because the key of the trail is another
    record Kept(UUID account, String password, @Nullable SecretKeySpec secret) {

        @Override
        public String toString() {
            return "credential of " + account;
        }
    }
}
