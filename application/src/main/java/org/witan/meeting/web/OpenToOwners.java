package org.witan.meeting.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.witan.access.OpenTo;
import org.witan.access.Role;

/// Open to every role that may have an action to do, or keeps those of others.
@OpenTo({
    Role.REPRESENTATIVE,
    Role.COORDINATOR,
    Role.CHAIR,
    Role.IDVA,
    Role.SUPPORT_WORKER,
    Role.PERPETRATOR_WORKER,
    Role.HUB_COORDINATOR
})
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface OpenToOwners {}
