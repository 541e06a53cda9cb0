package org.witan.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which roles may use a page or a path of the API. Every handler says it, or one of the two others; one that says
/// nothing keeps the application from starting.
///
/// Pages that are open to the same people may share an annotation of their own that bears this one.
///
/// It decides about the page only. Which records a page shows is for the one rule to say.
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {

    /// The roles; none means every role.
    Role[] value() default {};
}
