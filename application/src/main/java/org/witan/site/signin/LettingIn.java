package org.witan.site.signin;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.access.directory.Invitations;
import org.witan.access.directory.OpenSessions;
import org.witan.access.directory.WaysIn;
import org.witan.access.signin.InvitingPeople;
import org.witan.site.SiteOrigin;

/// What the pages of an administrator need of signing in: links to hand over, sessions to end, and who has no way in.
@Component
final class LettingIn implements Invitations, OpenSessions, WaysIn {
    private final InvitingPeople inviting;
    private final org.witan.access.signin.OpenSessions sessions;
    private final SiteOrigin origin;
    private final JdbcClient database;

    LettingIn(
            InvitingPeople inviting,
            org.witan.access.signin.OpenSessions sessions,
            SiteOrigin origin,
            JdbcClient database) {
        this.inviting = inviting;
        this.sessions = sessions;
        this.origin = origin;
        this.database = database;
    }

    @Override
    public String link(Viewer viewer, UUID account) {
        return origin.now() + "/join/" + inviting.invite(viewer, account).token();
    }

    @Override
    public int endAll(Viewer viewer, UUID account) {
        return sessions.endAll(viewer, account);
    }

    @Override
    public long missing() {
        return database.sql("select access.without_a_way_in()")
                .query(Long.class)
                .single();
    }
}
