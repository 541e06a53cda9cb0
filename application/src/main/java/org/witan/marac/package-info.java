/// The multi-agency risk assessment conference (MARAC): from a referral to what the partnership counts.
///
/// The words. A *draft* is a referral that somebody is writing; it is theirs alone. A *referral* is
/// what an agency sent, on one or more *grounds*; it is a record of kind CASE under its own id. A
/// *case* is one victim with the same alleged perpetrator(s): the referrals whose persons are the
/// same now, derived and never stored. A *repeat* is a referral, or an *incident*, within the window
/// after the last referral of its case. *Triage* is what the coordinator decides.
///
/// One piece of data walks so. Pages turn what is typed into a draft, field by field. [org.witan.marac.Referring] makes
/// of it, in one transaction: source records in module people, which matches them without telling the referrer
/// anything; the record of the rule, about these persons; what is said about each topic, in the part that it belongs
/// to; and the IDVA services as parties. [org.witan.marac.Triaging] reads it with its repeats and decides. What happens
/// later to the same persons, from any source, arrives as [org.witan.people.NewConcern] and waits for the coordinator.
///
/// What it does not do: it rejects nothing by itself, tells nobody that a person is known, and writes to nobody.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "access :: signin",
            "access :: systems",
            "people",
            "risk",
            "risk :: form",
            "meeting",
            "site",
            "site :: work",
            "site :: api",
            "site :: file",
            "site :: draft",
            "database"
        })
package org.witan.marac;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
