package org.witan.marac.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.witan.access.OpenTo;
import org.witan.access.Role;

/// Open to those who write down what protects somebody: orders, and what becomes of them.
@OpenTo({Role.COORDINATOR, Role.REPRESENTATIVE, Role.IDVA, Role.SUPPORT_WORKER})
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface OpenToOrderWriters {}
