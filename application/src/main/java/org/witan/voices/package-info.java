/// What people tell about places where they do not feel safe, without an account and without a trace; and what surveys
/// say about the same.
///
/// The words. A *report* is what somebody told: a kind of place, days, a time, what it is about, and words if they
/// like. A *place* is one of a list that the analyst keeps: a school, a stop, a street. The analyst *decides* about
/// each report: it is *accepted* for a place, perhaps with words *taken out*, or *rejected*. A *survey* is how many of
/// those asked feel safe by day or after dark.
///
/// One piece of data walks so. A form comes with a [org.witan.voices.Seal]; [org.witan.voices.Telling] keeps what is
/// sent, the words apart from the codes. [org.witan.voices.Deciding] shows both to the analyst, and throws the words
/// away with the decision. [org.witan.voices.Hearing] counts what was accepted by place and time and lets
/// [org.witan.voices.FewHidden] hide what is few, so that nothing hidden can be subtracted; the group reads that beside
/// recorded crime.
///
/// What it does not do: it keeps no address, session, moment or account of whoever tells; it answers nobody; it is no
/// report to the police, and counts nothing as crime.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "access :: signin",
            "comparison",
            "comparison :: picture",
            "site",
            "site :: work",
            "site :: file",
            "database"
        })
package org.witan.voices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
