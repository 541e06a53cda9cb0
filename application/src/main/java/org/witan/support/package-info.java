/// Support that arrives: every offer of the partnership's plan, who gives it, and what became of it.
///
/// The words. An *offer* is support of one kind for one person of a case, asked of one *provider*, an agency. It is a
/// record of its own within the case. What happens to it are *steps*: offered, accepted, declined, started, sessions,
/// ended; the last one says how it stands. An *aim* is scored by the person from 0 to 10 at the start and at the end. A
/// *plan* is all offers of a case, for the victim, each child, and the alleged perpetrator.
///
/// One piece of data walks so. Somebody who speaks for the victim opens the plan of a case
/// ([org.witan.support.ReadingPlans]) and offers something ([org.witan.support.Offering]): safe contact is looked at
/// first, the offer is registered with the rule within the case, what the provider is told is written beside it, and
/// those who work for the provider are assigned. They find it in their list ([org.witan.support.ListingOffers]) and
/// answer it ([org.witan.support.Answering]); each answer is a step, and the plan shows it at once.
///
/// What it does not do: it knows no MARAC and no story, writes to no victim, keeps no provider's notes, and never holds
/// where a refuge is.
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
            "database"
        })
package org.witan.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
