package org.witan.meeting;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Actions that are still open, as far as the rule shows them: all of them for whoever keeps boards, those of their
/// agency and their own for others. By agency, and then by what is due first; those that nobody answers for come first.
@Component
public class OpenActions {
    /// More are not listed at once; what is due first is.
    static final int MOST = 300;

    private static final int ON_A_PAGE = 25;
    /// So many that follow a page are counted: whoever has hundreds waiting is told so, and the page does not ask the
    /// rule about each of them.
    private static final int COUNTED = 300;

    private final Witnessing witnessing;
    private final Actions actions;

    OpenActions(Witnessing witnessing, Actions actions) {
        this.witnessing = witnessing;
        this.actions = actions;
    }

    /// What is open for whoever looks, a page at a time.
    ///
    /// @param number of the page; the first is 1
    public Page list(Viewer viewer, int number) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "action"), shown -> {
            boolean all = viewer.role().followsActions();
            int most = number * ON_A_PAGE + COUNTED;
            long open = all
                    ? actions.countOpen(most + 1)
                    : actions.countOpenOf(viewer.agency(), viewer.account(), most + 1);
            int page = (int) Math.clamp(number, 1, Math.max(1, (open + ON_A_PAGE - 1) / ON_A_PAGE));
            int after = (page - 1) * ON_A_PAGE;
            List<Action> found = all
                    ? actions.open(ON_A_PAGE, after)
                    : actions.openOf(viewer.agency(), viewer.account(), ON_A_PAGE, after);
            return new Page(told(shown, found), page, Math.min(open, most), open > most);
        });
    }

    /// Some of what is open: what is due first, on the first page.
    ///
    /// @param open how many there are on all pages, as far as they were counted
    /// @param more there are more than were counted
    public record Page(List<Action> actions, int number, long open, boolean more) {

        /// How many pages there are.
        public long pages() {
            return Math.max(1, (open + ON_A_PAGE - 1) / ON_A_PAGE);
        }
    }

    /// Actions within a record, those still open first. Inside a witnessed piece of work.
    public List<Action> within(Shown shown, UUID record) {
        return told(shown, actions.within(record));
    }

    /// How the open actions of whoever looks stand; those of their agency for whoever speaks for it. Inside a witnessed
    /// piece of work.
    ///
    /// @param days so many ahead are soon
    public Standing standing(Viewer viewer, int days) {
        boolean speaks = viewer.role() == Role.REPRESENTATIVE || viewer.role() == Role.IDVA;
        return actions.standing(speaks ? viewer.agency() : viewer.account(), viewer.account(), days);
    }

    /// How many open actions nobody answers for. Inside a witnessed piece of work.
    public long unowned() {
        return actions.unowned();
    }

    private static List<Action> told(Shown shown, List<Action> all) {
        all.forEach(one -> shown.add(one.id()));
        return all;
    }
}
