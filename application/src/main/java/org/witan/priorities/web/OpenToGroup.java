package org.witan.priorities.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.witan.access.OpenTo;
import org.witan.access.Role;

/// Open to the members of the Tactical Priorities Group and to the analyst.
@OpenTo({Role.TASKING_MEMBER, Role.ANALYST})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface OpenToGroup {}
