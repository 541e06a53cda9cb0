package org.witan.support.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.witan.access.OpenTo;
import org.witan.access.Role;

/// Open to those who make an offer real.
@OpenTo({Role.SUPPORT_WORKER, Role.PERPETRATOR_WORKER})
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface OpenToProviders {}
