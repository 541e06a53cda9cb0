package org.witan.matac.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.witan.access.OpenTo;
import org.witan.access.Role;

/// Open to those who coordinate and chair, and to whoever speaks for an agency; each is shown what the rule lets them.
/// Never to the Tactical Priorities Group.
@OpenTo({Role.COORDINATOR, Role.CHAIR, Role.REPRESENTATIVE})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface OpenToMatac {}
