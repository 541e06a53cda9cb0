/// The pages of the Vulnerability Hub: referring a resident, the cases, answers, a meeting, and the yearly review.
@NullMarked
package org.witan.hub.web;

import org.jspecify.annotations.NullMarked;
