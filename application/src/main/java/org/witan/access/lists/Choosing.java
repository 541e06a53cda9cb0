package org.witan.access.lists;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// The agencies and people that somebody can choose from when they fill in a list.
@Component
public class Choosing {
    private final Witnessing witnessing;
    private final JdbcClient database;

    Choosing(Witnessing witnessing, JdbcClient database) {
        this.witnessing = witnessing;
        this.database = database;
    }

    /// Agencies that take part today.
    public List<Choice> agencies(Viewer viewer) {
        return chosen(
                viewer, "agency", "select id, name as words from access.agency where closed_at is null order by name");
    }

    /// People who act for an agency today.
    public List<Choice> people(Viewer viewer) {
        return chosen(viewer, "account", """
                select c.account_id as id, min(c.given_name || ' ' || c.family_name || ', ' || y.name) as words
                from access.colleague c join access.agency y on y.id = c.agency_id
                group by c.account_id order by min(c.family_name), 2
                """);
    }

    private List<Choice> chosen(Viewer viewer, String what, String question) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.LIST, what),
                _ -> database.sql(question)
                        .query((row, _) -> new Choice(row.getObject("id", UUID.class), row.getString("words")))
                        .list());
    }

    /// One of them.
    public record Choice(UUID id, String words) {}
}
