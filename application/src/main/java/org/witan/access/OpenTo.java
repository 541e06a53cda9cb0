package org.witan.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which roles may use a page or a path of the API. Every handler says it, or one of the two others; one that says
/// nothing keeps the application from starting.
///
/// It decides about the page only. Which records a page shows is for the one rule to say.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {

    /// The roles; none means every role.
    Role[] value() default {};
}
