package org.witan.marac;

import java.util.List;
import org.witan.meeting.Action;
import org.witan.meeting.Attendance;
import org.witan.meeting.Meeting;
import org.witan.meeting.OtherBusiness;
import org.witan.meeting.Quorum;

/// What a conference was and decided, as far as whoever looks may see. Contents after the minutes template of SafeLives
/// [S45][S30].
///
/// @param attendance who came, sent apologies or watched, by agency
/// @param outstanding what was open from earlier conferences when it began, as it stands now
/// @param agreed what it agreed, by agency and then by what is due first
/// @param cases what it heard, in the order of the agenda
/// @param lapsed cases whose window ended since the conference before
/// @param business what it took up and decided that is about no case
public record Minutes(
        Meeting meeting,
        Quorum quorum,
        List<Attendance> attendance,
        List<Action> outstanding,
        List<Action> agreed,
        List<Hearing> cases,
        List<FlaggedCase> lapsed,
        OtherBusiness.Business business) {

    @Override
    public String toString() {
        return "minutes of " + meeting.id();
    }
}
