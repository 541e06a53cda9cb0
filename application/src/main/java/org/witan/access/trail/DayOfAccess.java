package org.witan.access.trail;

import java.util.List;
import java.util.UUID;

/// What one person did for an agency on one day, as the rules about unusual access need it.
///
/// @param opened how many records they opened
/// @param usual how many on a usual day of the last four weeks; 0 when there is none to compare with
/// @param peers how many on that day with others in the same roles; 0 when there are none
/// @param opening rows that opened records
/// @param outsideHours rows at hours outside work in which the person does not often work
/// @param ownName searches that contain the person's family name
/// @param ownPostcode searches that contain the postcode of their home
/// @param noTask rows that opened a record with which neither they nor their agency had to do at that time
/// @param turnedAway rows that were refused, or named something that is not there for them
/// @param glass rows that broke the glass
record DayOfAccess(
        UUID account,
        UUID agency,
        int opened,
        int usual,
        int peers,
        List<UUID> opening,
        List<UUID> outsideHours,
        List<UUID> ownName,
        List<UUID> ownPostcode,
        List<UUID> noTask,
        List<UUID> turnedAway,
        List<UUID> glass) {}
