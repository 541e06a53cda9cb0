/// Reading and sealing the trail: links of the chain, signed heads, the proof that nothing was
/// changed, removed, inserted or put in another order, and the views of it: who has seen this record,
/// what did this agency do, what is unusual.
///
/// One piece of data walks so. [org.witan.access.Witnessing] writes an entry and its outcome; within
/// seconds the entry is sealed: its digest is chained to the link before. The head of the chain is
/// signed with a key that is not in the database and written to a file beside it. Whoever doubts
/// reads the rows again, from the database or from an export, and compares.
///
/// What it does not do: it writes no entry of its own, except that somebody looked at the trail.
@NullMarked
@NamedInterface("trail")
package org.witan.access.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
