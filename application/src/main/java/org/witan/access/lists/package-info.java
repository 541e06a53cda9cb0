/// What people do with a record and with who may see it: find and read it, note something in one of its parts, keep its
/// lists and barriers; conflicts of interest that people declare; glass that was broken, and its review.
///
/// What it does not do: it decides nothing. Each row is a fact that the rule in the database reads,
/// and each question is answered by what the rule lets through.
@NullMarked
@NamedInterface("lists")
package org.witan.access.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
