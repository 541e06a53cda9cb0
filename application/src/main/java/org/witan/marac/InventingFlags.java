package org.witan.marac;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.access.signin.Demonstration.Acting;
import org.witan.access.signin.Inventing;
import org.witan.site.Days;

/// Lets agencies of a demonstration say that they flagged some of their files, so that others still wait.
@Component
@Order(25)
class InventingFlags implements Inventing {
    private static final int SOME = 3;
    private final Witnessing witnessing;
    private final Flagging flagging;
    private final JdbcClient database;
    private final Days days;

    InventingFlags(Witnessing witnessing, Flagging flagging, JdbcClient database, Days days) {
        this.witnessing = witnessing;
        this.flagging = flagging;
        this.database = database;
        this.days = days;
    }

    @Override
    public void invent(List<Acting> people) {
        Acting.of(people, Role.REPRESENTATIVE, Purpose.MARAC).stream()
                .filter(viewer -> !saysSomething(viewer))
                .forEach(this::flag);
    }

    private void flag(Viewer representative) {
        flagging.list(representative, Verb.LIST).stream()
                .filter(one -> one.isLive(days.today()))
                .limit(SOME)
                .forEach(one -> flagging.say(representative, one.referral(), FlagWord.SET));
    }

    private boolean saysSomething(Viewer representative) {
        return witnessing.witness(
                representative,
                Deed.of(Verb.LIST, "flag"),
                _ -> database.sql(
                                "select exists (select from marac.flag where agency_id = (select access.viewer_agency()))")
                        .query(Boolean.class)
                        .single());
    }
}
