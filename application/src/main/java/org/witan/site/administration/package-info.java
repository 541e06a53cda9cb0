/// Where an administrator keeps agencies, agreements, accounts, memberships, absences and settings.
@NullMarked
package org.witan.site.administration;

import org.jspecify.annotations.NullMarked;
