/// The Multi-Agency Vulnerability Hub: vulnerable residents whom several agencies help to become independent.
///
/// The words. A *resident* is an adult whom an agency *referred* because of one or more *needs* from a list with a
/// version. The referral is the *case*; it is a record of kind HUB_CASE. The hub coordinator *adds* it to the agenda of
/// a meeting or does not, and *removes* it with a coded reason. Agencies are *asked* whether they know the resident and
/// are open to them, for a stated purpose. One of them *leads*. *Independence* is a number from 0 to 10 for each need,
/// measured at the start, at reviews and at the end. A case is *stepped up* to the MARAC, safeguarding or MAPPA, and
/// down.
///
/// One piece of data walks so. [org.witan.hub.ReferringResidents] receives the persons in module people, registers the
/// record and writes each fact into the part of it that the rule opens. [org.witan.hub.DecidingCases] adds it to an
/// agenda of module meeting, opens it to the agencies of the board and asks them; they answer in
/// [org.witan.hub.AskingAgencies]. [org.witan.hub.MeasuringIndependence] keeps the numbers, and
/// [org.witan.hub.CountingTheYear] counts what came of it.
///
/// A case with domestic abuse, or one that was stepped up to the MARAC, has the visibility of the MARAC: an agency that
/// is not of one learns that it is discussed elsewhere and nothing else.
///
/// What it does not do: it takes no children, knows nothing of MARAC cases, and decides about nobody by a number.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "access :: signin",
            "access :: directory",
            "people",
            "meeting",
            "site",
            "site :: work",
            "site :: file",
            "site :: draft"
        })
package org.witan.hub;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
