package org.witan.marac.web;

import java.util.List;
import java.util.UUID;

/// Minutes, the same on a page and on paper. Everything is in words.
///
/// @param stands whether they went out, and when
/// @param sendable whether whoever looks may let them go out now
/// @param facts where and how long
/// @param quorum which agencies without which it is not complete were there
/// @param attendance who came, in groups; groups with nobody are left out
/// @param outstanding actions from before, by how they stand
/// @param lapsed cases whose window ended, with their dates
/// @param business what else it took up
/// @param decided what it decided that is about no case
record MinutesPage(
        UUID meeting,
        String title,
        String stands,
        boolean sendable,
        List<String> facts,
        String quorum,
        List<Group> attendance,
        List<ActionLine> outstanding,
        List<CaseLine> cases,
        List<String> lapsed,
        List<String> business,
        List<String> decided) {

    /// Lines under a heading.
    record Group(String heading, List<String> lines) {}

    /// A case as it was heard.
    ///
    /// @param told what must be known of it first: that it is a repeat, that it was not heard
    /// @param spoken what agencies shared, each with its agency and whether it is a fact
    /// @param lines of the minutes, by what they are about
    record CaseLine(
            String heading, List<String> told, List<Group> spoken, List<Group> lines, List<ActionLine> actions) {}

    /// An action.
    ///
    /// @param who does it and by when
    /// @param of the reference of what it is for; empty where that is told by where it stands
    record ActionLine(String words, String who, String of, String state) {}
}
