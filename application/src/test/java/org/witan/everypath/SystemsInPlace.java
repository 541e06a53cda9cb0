package org.witan.everypath;

import java.util.List;
import org.witan.access.Partnership;
import org.witan.access.Role;
import org.witan.access.systems.Credential;

/// Puts the system of an agency in the place of a person: the same account, membership and purpose, with a token.
final class SystemsInPlace {
    private final Partnership partnership;

    SystemsInPlace(Partnership partnership) {
        this.partnership = partnership;
    }

    /// Whether a system may act as this viewer does.
    static boolean fits(Looker looker) {
        return looker.hat().role() != Role.ADMINISTRATOR
                && !looker.hat().lead()
                && !looker.label().contains("not theirs");
    }

    /// A token with every scope, for the system that takes the place of a viewer.
    String tokenInPlaceOf(Looker looker) {
        var account = looker.hat().account();
        partnership.run("update access.account set kind = 'SYSTEM' where id = ?", account);
        partnership.run("""
                insert into access.system (id, membership_id, purpose, answers_name, answers_email, expires_on, registered_by)
                values (?, ?, ?, 'Invented Person', 'invented@example.org', access.today() + 30, ?)
                """, account, looker.hat().id(), looker.purpose().name(), partnership.account("Clerk"));
        partnership.run("insert into access.system_scope select ?, code from access.scope", account);
        String token = Credential.newToken();
        partnership.run("""
                insert into access.api_token (digest, system_id, scopes, expires_at)
                select ?, ?, array_agg(code), now() + interval '30 minutes' from access.scope
                """, Credential.digest(token), account);
        return token;
    }

    /// The viewer is a person again.
    void personAgain(Looker looker) {
        var account = looker.hat().account();
        for (String table : List.of("api_token", "kept_answer", "system_scope")) {
            partnership.run("delete from access." + table + " where system_id = ?", account);
        }
        partnership.run("delete from access.system where id = ?", account);
        partnership.run("update access.account set kind = 'PERSON' where id = ?", account);
    }
}
