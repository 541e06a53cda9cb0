/// What protects the people of a referral besides the conference: protective orders, disclosure-scheme
/// requests, and links to other bodies.
///
/// The words. An *order* is told by its *terms*: each says what it is from a time on, and the last one stands.
/// A *breach* is that somebody broke it; it becomes a concern in module people, and waits for the coordinator
/// as a possible repeat. A *request* is made under the disclosure scheme (Clare's Law); its *steps* have a
/// clock, and what is disclosed stands nowhere. A *link* says that another body knows the same people, and no
/// fact of its file.
@NullMarked
package org.witan.marac.protection;

import org.jspecify.annotations.NullMarked;
