package org.witan.meeting.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.witan.access.OpenTo;
import org.witan.access.Role;

/// Open to every role that may keep a board. Whether they keep the one that is asked for, its use case says.
@OpenTo({Role.COORDINATOR, Role.CHAIR, Role.HUB_COORDINATOR, Role.TASKING_MEMBER})
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface OpenToKeepers {}
