package org.witan.hub.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.witan.access.OpenTo;
import org.witan.access.Role;

/// Open to those who refer a resident to the hub.
@OpenTo({Role.REFERRER, Role.REPRESENTATIVE, Role.HUB_COORDINATOR})
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface OpenToHubReferrers {}
