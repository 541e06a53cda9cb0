package org.witan.support;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.directory.OpenWithAgency;

/// Tells whoever closes an agency how much support is open with it. The numbers come from a function of the owner, as
/// an administrator sees no offer.
@Component
class ClosingProviders implements OpenWithAgency {
    private final JdbcClient database;

    ClosingProviders(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Left> of(UUID agency) {
        return database.sql("select what, number from support.open_with(:agency) where number > 0")
                .param("agency", agency)
                .query((row, _) -> new Left("support.closing." + row.getString("what"), row.getLong("number")))
                .list();
    }
}
