package org.witan.risk.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.witan.access.OpenTo;
import org.witan.access.Role;

/// Open to every role that the rule lets see the risk in a case.
@OpenTo({Role.REFERRER, Role.REPRESENTATIVE, Role.COORDINATOR, Role.CHAIR, Role.IDVA, Role.SUPPORT_WORKER})
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface OpenToAssessors {}
