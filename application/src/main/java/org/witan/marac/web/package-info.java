/// The pages of the MARAC: referring, reading a referral, and triage.
@NullMarked
package org.witan.marac.web;

import org.jspecify.annotations.NullMarked;
