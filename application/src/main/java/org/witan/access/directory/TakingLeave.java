package org.witan.access.directory;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Taking leave with a deputy, who gets meanwhile what is assigned to the person who is away. An
/// administrator may enter leave for others, as when somebody is ill.
@Component
public class TakingLeave {
    private static final String LEAVE = "leave";
    private final Witnessing witnessing;
    private final Absences absences;
    private final Accounts accounts;

    TakingLeave(Witnessing witnessing, Absences absences, Accounts accounts) {
        this.witnessing = witnessing;
        this.absences = absences;
        this.accounts = accounts;
    }

    /// The leave of a person that is not over, for whom they stand in, and who may stand in for them.
    ///
    /// @param account oneself, or anybody for an administrator
    /// @throws Absent when it is neither
    public Leave of(Viewer viewer, UUID account) {
        return witnessing.witness(viewer, deed(Verb.READ, account), _ -> {
            mayKeepLeaveOf(viewer, account);
            Account person = accounts.find(account).filter(one -> !one.system()).orElseThrow(Absent::new);
            return new Leave(
                    person, absences.of(account), absences.deputisedBy(account), absences.deputiesFor(account));
        });
    }

    /// Enters leave.
    public void enter(Viewer viewer, Absence.New leave) {
        Deed deed = deed(Verb.ADD, leave.account())
                .with(LEAVE, leave.id().toString())
                .with("deputy", leave.deputy().toString());
        witnessing.witness(viewer, deed, _ -> {
            mayKeepLeaveOf(viewer, leave.account());
            if (absences.overlaps(leave)) {
                throw new Refused(Rules.LEAVE_OVERLAPS);
            }
            if (absences.deputiesFor(leave.account()).stream()
                    .noneMatch(deputy -> deputy.account().equals(leave.deputy()))) {
                throw new Refused(Rules.NO_DEPUTY);
            }
            Rules.once(absences.add(leave, viewer.account()), () -> absences.has(leave));
            return leave;
        });
    }

    /// Cancels leave; to cancel it twice changes nothing.
    ///
    /// @return whose leave it was
    public UUID cancel(Viewer viewer, UUID id) {
        Deed deed = Deed.of(Verb.CHANGE, LEAVE).with(LEAVE, id.toString()).with("cancelled", "now");
        return witnessing.witness(viewer, deed, _ -> {
            UUID account = absences.find(id).orElseThrow(Absent::new).account();
            mayKeepLeaveOf(viewer, account);
            absences.cancel(id, account);
            return account;
        });
    }

    private static void mayKeepLeaveOf(Viewer viewer, UUID account) {
        if (!account.equals(viewer.account()) && viewer.role() != Role.ADMINISTRATOR) {
            throw new Absent();
        }
    }

    private static Deed deed(Verb verb, UUID account) {
        return Deed.of(verb, LEAVE).with("account", account.toString());
    }

    /// What there is to know about somebody's leave.
    ///
    /// @param ahead their own leave that is not over
    /// @param standsIn leave of others for whom they stand in
    /// @param deputies who may stand in for them
    public record Leave(Account person, List<Absence> ahead, List<Absence> standsIn, List<Absence.Deputy> deputies) {}
}
