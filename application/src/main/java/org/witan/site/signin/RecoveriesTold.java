package org.witan.site.signin;

import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.signin.Recovering;
import org.witan.site.Wording;
import org.witan.site.work.Section;
import org.witan.site.work.Waiting;
import org.witan.site.work.WaitingItem;

/// Tells data protection officers of every recovery, so that two people cannot let somebody in behind everybody's back.
@Component
class RecoveriesTold implements Waiting {
    private final Recovering recovering;
    private final Wording words;

    RecoveriesTold(Recovering recovering, Wording words) {
        this.recovering = recovering;
        this.words = words;
    }

    @Override
    public String words() {
        return "sign-in.menu.recoveries";
    }

    @Override
    public List<WaitingItem> of(Viewer viewer, Shown shown) {
        int done = viewer.role() == Role.DATA_PROTECTION_OFFICER ? recovering.doneLately() : 0;
        return done == 0
                ? List.of()
                : List.of(WaitingItem.ordinary(
                        Section.WATCH, words.the("sign-in.recovery.told", done), "/recoveries", null, done));
    }
}
