/// "Your work": what needs whoever signed in, as the modules tell it, and the choice of agency, role and purpose.
@NullMarked
@NamedInterface("work")
package org.witan.site.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
