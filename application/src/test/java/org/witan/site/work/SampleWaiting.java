package org.witan.site.work;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Shown;
import org.witan.access.Viewer;

/// A module that only tests have: it asks the database for what is not there, for those for whom it is to fail.
@Component
class SampleWaiting implements Waiting {
    private final Set<UUID> failing = ConcurrentHashMap.newKeySet();
    private final JdbcClient database;

    SampleWaiting(JdbcClient database) {
        this.database = database;
    }

    void failFor(UUID account) {
        failing.add(account);
    }

    @Override
    public String words() {
        return "work.module.lists";
    }

    @Override
    public List<WaitingItem> of(Viewer viewer, Shown shown) {
        if (failing.contains(viewer.account())) {
            database.sql("select * from access.no_such_table").query().listOfRows();
        }
        return List.of();
    }
}
