/// How great the risk is that somebody is harmed: tools as data, and what was answered and judged with them.
///
/// The words. A *tool* is a list of questions with a way to come to a result; it has versions, and several tools are in
/// use side by side. A *topic* is what a question is about, in words of our own; a *wording* is the licensed words of a
/// form, which a partnership loads itself. An *answer* that is missing is "asked, not known", "declined" or "not
/// asked": three facts, and none of them is "no". An *assessment* is the answers for one case on one day, with the
/// judgement beside them. A *threshold* is the number of counting answers from which the risk is high.
///
/// One piece of data walks so. A page puts the questions of a tool with [org.witan.risk.form.ToolForm] and reads the
/// answers. [org.witan.risk.Assessing] stores them with all that was shown: tool, version, wording, threshold.
/// [org.witan.risk.Scoring] says what follows from them, whenever it is asked, with every reason. What is missing never
/// lowers a risk; judgement raises one and never lowers it.
///
/// What it does not do: it knows no MARAC, decides no referral, and holds no licensed wording.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "site", "site :: work", "database"})
package org.witan.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
