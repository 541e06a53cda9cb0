package org.witan.voices.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.witan.access.OpenTo;
import org.witan.access.Role;

/// Open to the analyst and to the members of the Tactical Priorities Group.
@OpenTo({Role.ANALYST, Role.TASKING_MEMBER})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface OpenToGroup {}
