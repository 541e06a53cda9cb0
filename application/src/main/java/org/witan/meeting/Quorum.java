package org.witan.meeting;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Whether the agencies without which a board is not complete are there. It is said and never a wall: a meeting that is
/// not complete still decides about people who are in danger.
///
/// @param core how many agencies are core
/// @param missing the names of core agencies for which nobody is present
public record Quorum(int core, List<String> missing) {

    /// Whether all core agencies are there.
    ///
    /// An observer speaks for nobody.
    public static Quorum of(List<Member> members, List<Attendance> attendance) {
        Set<UUID> there = attendance.stream()
                .filter(one -> one.came() == Came.PRESENT && one.capacity() != Capacity.OBSERVER)
                .map(Attendance::agency)
                .collect(Collectors.toSet());
        List<Member> core = members.stream().filter(Member::core).toList();
        return new Quorum(
                core.size(),
                core.stream()
                        .filter(member -> !there.contains(member.agency()))
                        .map(Member::name)
                        .toList());
    }

    /// Whether nobody is missing.
    public boolean complete() {
        return missing.isEmpty();
    }
}
