package org.witan.site.records;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.witan.access.OpenTo;
import org.witan.access.Role;

/// Open to the roles that work on records and not with a perpetrator alone.
@OpenTo({
    Role.REFERRER,
    Role.REPRESENTATIVE,
    Role.COORDINATOR,
    Role.CHAIR,
    Role.IDVA,
    Role.SUPPORT_WORKER,
    Role.HUB_COORDINATOR
})
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface OpenToVictimsSide {}
