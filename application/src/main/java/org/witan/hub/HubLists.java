package org.witan.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The lists of the hub: needs and reasons. They name nobody.
@Repository
class HubLists {
    private final JdbcClient database;

    HubLists(JdbcClient database) {
        this.database = database;
    }

    /// The needs of the newest list.
    List<Need> needs() {
        return database.sql("""
                        select version, code, words from hub.need
                        where version = (select max(version) from hub.need) order by place
                        """).query(HubLists::need).list();
    }

    /// Why a referral is not added.
    List<Reason> notAdded() {
        return reasons("NOT_ADDED");
    }

    /// Why a case is removed.
    List<Reason> removed() {
        return reasons("REMOVED");
    }

    private List<Reason> reasons(String step) {
        return database.sql("select code, words from hub.reason where step = :step order by place")
                .param("step", step)
                .query((row, _) -> new Reason(row.getString("code"), row.getString("words")))
                .list();
    }

    static Need need(ResultSet row, int number) throws SQLException {
        return new Need(row.getInt("version"), row.getString("code"), row.getString("words"));
    }
}
