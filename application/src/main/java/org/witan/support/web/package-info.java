/// The pages of support: the plan of a case, offering, and what a provider was asked for.
///
/// They decide nothing: what may be offered and what comes next is said by [org.witan.support].
@NullMarked
package org.witan.support.web;

import org.jspecify.annotations.NullMarked;
