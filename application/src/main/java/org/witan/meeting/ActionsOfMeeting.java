package org.witan.meeting;

import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Shown;

/// The actions of a meeting, as far as the rule shows them to whoever looks. Asked inside a witnessed piece of work.
@Component
public class ActionsOfMeeting {
    private final Actions actions;

    ActionsOfMeeting(Actions actions) {
        this.actions = actions;
    }

    /// What was agreed at it, by agency and then by what is due first.
    public List<Action> agreed(Shown shown, Meeting meeting) {
        return told(shown, actions.agreedAt(meeting));
    }

    /// What was open from earlier meetings of its board when it began, as it stands now.
    public List<Action> outstanding(Shown shown, Meeting meeting) {
        return told(shown, actions.openBefore(meeting));
    }

    private static List<Action> told(Shown shown, List<Action> all) {
        all.forEach(one -> shown.add(one.id()));
        return all;
    }
}
