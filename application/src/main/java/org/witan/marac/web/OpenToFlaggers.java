package org.witan.marac.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.witan.access.OpenTo;
import org.witan.access.Role;

/// Open to those who answer for the files of an agency.
@OpenTo({Role.REPRESENTATIVE, Role.IDVA})
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface OpenToFlaggers {}
