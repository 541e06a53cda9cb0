package org.witan.access.directory;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Choice;

/// What stands at the top of a page for whoever has signed in.
@Component
public class NamePlates {
    private final JdbcClient database;

    NamePlates(JdbcClient database) {
        this.database = database;
    }

    /// The name plate of an account.
    ///
    /// @param choice what it acts as; null before it has chosen
    public Optional<NamePlate> find(UUID account, @Nullable Choice choice) {
        return database.sql("""
                        select n.person, n.agency, n.role_words,
                               (select p.words from access.purpose p where p.code = :purpose) as purpose_words,
                               exists (select from access.installation i where i.kind = 'DEMONSTRATION') as demonstration
                        from access.name_plate(:account, :membership) n
                        """)
                .param("account", account)
                .param("membership", choice == null ? null : choice.membership())
                .param("purpose", choice == null ? null : choice.purpose().name())
                .query((row, _) -> new NamePlate(
                        row.getString("person"),
                        row.getString("agency"),
                        row.getString("role_words"),
                        row.getString("purpose_words"),
                        row.getBoolean("demonstration")))
                .optional();
    }

    /// A name plate.
    ///
    /// @param agency for which agency; null before one is chosen, as are role and purpose
    /// @param demonstration whether everybody here is invented
    public record NamePlate(
            String person,
            @Nullable String agency,
            @Nullable String role,
            @Nullable String purpose,
            boolean demonstration) {

        @Override
        public String toString() {
            return "name plate";
        }
    }
}
