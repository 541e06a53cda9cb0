/// The questions of a tool on a page, for every page that asks them, and the answers read from it.
///
/// A template shows them by the fragment `risk/tool :: questions(asked)`.
@NullMarked
@NamedInterface("form")
package org.witan.risk.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
