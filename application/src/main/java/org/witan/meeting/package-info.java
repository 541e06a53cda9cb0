/// What every meeting of the partnership shares: boards, their meetings with dates and deadlines, agendas, attendance,
/// decisions and actions.
///
/// The words. A *board* is a meeting that recurs, such as one MARAC; *agencies* take part in it,
/// some of them *core*. A *meeting* has *timings*: it is scheduled, moved and cancelled, and what
/// was announced stays. An *item* is a record on an agenda, in a *section*. An *action* is a record
/// of its own within the record that it is for: who does it by when, what it is, and apart from
/// that what somebody who works with the alleged perpetrator is told. It is *proposed*,
/// *accepted*, *reported* and *closed*; each change is a fact.
///
/// One piece of data walks so. Somebody agrees an action ([org.witan.meeting.AgreeingActions]): it is registered with
/// the rule within the record, its terms, words and first state are written, and [org.witan.meeting.ActionAgreed] is
/// published. Its agency finds it in [org.witan.meeting.OpenActions], reports it
/// ([org.witan.meeting.ReportingActions]),
/// and is asked for it before the next meeting while it does not, by somebody ([org.witan.meeting.Chasing]) or by
/// itself.
///
/// A module that holds meetings uses the variants that take [org.witan.access.Shown], inside its own witnessed work.
///
/// What it does not do: it knows no case, person or referral; it decides nobody's risk; it sends no e-mail.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "access :: directory", "site", "site :: work"})
package org.witan.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
