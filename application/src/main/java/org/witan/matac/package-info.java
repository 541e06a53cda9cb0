/// Multi-agency tasking and coordination (MATAC): which alleged perpetrators the police recorded again and again,
/// ranked in the open, and whom the partnership takes on.
///
/// The words. An *event* is a concern of module people from the police extract; nothing that a MARAC was told is one.
/// A *scale* says who is in the *pool* and what *recency*, *frequency*, *gravity* and *victims* (RFGV) weigh; it is a
/// row with a version and a day. A *basis* says what is used for a day: what was known then, or what is known now. A
/// *repeat* alleged perpetrator is suspected of two events or more, a *serial* one against two victims or more. An
/// agency *nominates* somebody; the coordinator or chair *decides*.
///
/// One piece of data walks so. [org.witan.matac.Ranking] asks for the events that were known on a day, brings records
/// of one person together by the links of that day, and reckons the four parts in one statement.
/// [org.witan.matac.Fairness] counts who stands in the first places, by group. [org.witan.matac.OpeningScores] shows
/// the events behind a score and how it fell. [org.witan.matac.Nominating] keeps what agencies ask and what was
/// decided; people decide, and no score does. [org.witan.matac.MatacMeetings] reads the meetings of boards of the kind
/// MATAC, and what each has to decide; [org.witan.matac.OpeningScales] prints the scale.
///
/// What it does not do: it stores no score, and opens no record. Each reader is ranked what the one rule lets them
/// see, so two readers may see two lists, and each list says so. The Tactical Priorities Group sees none of it
/// (decision 41). It writes no agenda: what a meeting has to decide is derived. It agrees no action about a person,
/// because the rule would open one, and name the person, to roles to which no nomination is open (decision 46).
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "access :: signin",
            "people",
            "meeting",
            "site",
            "site :: work",
            "site :: file"
        })
package org.witan.matac;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
