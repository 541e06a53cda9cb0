package org.witan.access.systems;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// What an administrator may choose for a system, in the words of the database.
@Component
public class SystemChoices {
    private final Witnessing witnessing;
    private final JdbcClient database;

    SystemChoices(Witnessing witnessing, JdbcClient database) {
        this.witnessing = witnessing;
        this.database = database;
    }

    /// One that may be chosen.
    public record Choice(String code, String words) {}

    /// All that may be chosen.
    ///
    /// @param roles without that of an administrator, which no system has
    /// @param fitting which purpose a role may have: `role purpose`
    public record Offered(
            List<Choice> agencies,
            List<Choice> roles,
            List<Choice> purposes,
            List<Choice> scopes,
            Set<String> fitting) {

        /// Whether a role may have a purpose.
        public boolean fits(String role, String purpose) {
            return fitting.contains(role + " " + purpose);
        }

        /// The words of a code.
        public static String words(List<Choice> choices, String code) {
            return choices.stream()
                    .filter(choice -> choice.code().equals(code))
                    .map(Choice::words)
                    .findFirst()
                    .orElse(code);
        }

        /// Whether a code is among some choices.
        public static boolean has(List<Choice> choices, String code) {
            return choices.stream().anyMatch(choice -> choice.code().equals(code));
        }
    }

    /// What may be chosen today.
    public Offered offered(Viewer viewer) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.LIST, "agency"),
                _ -> new Offered(
                        choices("select id::text, name from access.agency where closed_at is null order by name"),
                        choices("select code, words from access.role where code <> 'ADMINISTRATOR' order by place"),
                        choices("select code, words from access.purpose where code <> 'ADMINISTRATION' order by place"),
                        choices("select code, words from access.scope order by place"),
                        Set.copyOf(database.sql("select role || ' ' || purpose from access.role_purpose")
                                .query(String.class)
                                .list())));
    }

    private List<Choice> choices(String question) {
        return database.sql(question)
                .query((row, _) -> new Choice(row.getString(1), row.getString(2)))
                .list();
    }
}
