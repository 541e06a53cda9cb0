/// The lists and barriers of a record, kept by people: who takes part, who is named, who must not see it, until when it
/// is closed to most; conflicts of interest that people declare; glass that was broken, and its review.
///
/// What it does not do: it decides nothing. Each row is a fact that the rule in the database reads.
@NullMarked
@NamedInterface("lists")
package org.witan.access.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
