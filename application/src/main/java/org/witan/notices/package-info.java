/// E-mail that says that something waits, and nothing else: no name, no number, no case, no agency.
///
/// The words. A *notice* is that something waits for some people: it is written by triggers in the
/// transaction in which it happens. It *waits* for an account once the one rule has said who may
/// know. A *message* is the e-mail; all messages say the same, so that whoever reads one over a
/// shoulder, on a lost telephone or in a shared inbox learns that a person has an account, and no
/// more.
///
/// One notice walks so. A representative is opened a case: `access.party` has a row, and with it
/// `notices.notice`. Within a minute [org.witan.notices.Telling] folds it: the rule is asked for
/// everybody it could be for, they wait, and the notice is gone. Whoever opens a page before the
/// message is sent has seen it, and waits no longer; whoever is signed in is not written to. The
/// others are taken, a few at a time, in a witnessed piece of work, and written to outside of any
/// transaction. What a mail server took is kept as a message for 90 days; what none took is tried
/// again for a day.
///
/// What it does not do: it shows nothing that waits ("your work" does), it knows no content, and it
/// sends nothing unless a mail server is set up, and never in a demonstration. The tables that its
/// triggers stand on are of the modules access, meeting, marac, support and priorities; no class of
/// theirs is used.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "site", "site :: work"})
package org.witan.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
