/// The Tactical Priorities Group: what changed in the district, where it gathers, what is done about it, and whether
/// that helped.
///
/// The words. A *profile* is every type of crime of a district beside the year before, with what chance allows and what
/// harm it stands for. A *problem* is what happens where; it keeps the *hot place* that it was written down from, is
/// written in versions as an *OSARA* record, *scored* by criteria that are rows, made a *priority* under a lead, and
/// worked on by *tasks* for agencies. Its *effect* is what changed, there or in the whole district, beyond what changed
/// in areas where nothing was done.
///
/// One piece of data walks so. [org.witan.priorities.Profiling] asks the engine of recorded crime about every type at
/// once, for one district or all, and [org.witan.priorities.Seasons] about the months of the year.
/// [org.witan.priorities.Locating] finds hot places and says how well each way to choose them foretold the last month.
/// The group writes a problem down ([org.witan.priorities.Problems]), scores it by a scale that the analyst loads
/// ([org.witan.priorities.Scales]), sets a priority and gives tasks ([org.witan.priorities.Tasking]), which the agency
/// that does them finds among its actions; [org.witan.priorities.Effects] measures it from the same files.
///
/// What it does not do: it knows no person. No table has a column for one, no class here touches module people, marac
/// or risk, and the role of its members opens no record; tests hold each of these.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "access :: signin",
            "comparison",
            "comparison :: picture",
            "meeting",
            "site",
            "site :: work",
            "site :: file",
            "database"
        })
package org.witan.priorities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
