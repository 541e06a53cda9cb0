/// Persons: what each agency gave about them, which of it tells of one person, and what happened between them.
///
/// The words. A *source record* is what one agency gave about one person, stored as it was given. A *person* is the
/// source records that are linked now; it is known by the id of any of them. A *link* joins a record to a person
/// between two times, and undoing it puts back what was. A *suggestion* is two records that may be of one person and
/// wait for the coordinator, with the *guard* that kept the engine from linking them. *Apart* says that two records are
/// never of one person. A *concern* is something that happened to a victim.
///
/// One piece of data walks so. [org.witan.people.Receiving] registers each record with the rule of module
/// access under its own id, stores it, and matches it at once: the engine compares it with records that the
/// giver may not see, and tells the giver nothing of them. Links change nothing about who sees what, except
/// that what is withheld of one record is withheld of all that tell of the same person. Then
/// [org.witan.people.NewConcern] is published, and [org.witan.people.ConcernLinked] when somebody links records
/// of its persons by hand.
///
/// What it does not do: it assesses no risk, decides no referral, and merges nothing.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "access :: signin", "site", "site :: work", "database"})
package org.witan.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
