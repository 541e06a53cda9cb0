package org.witan.site.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Marks a class whose handlers are paths of the API: they answer with JSON, and their failures are problems.
///
/// A module that adds a path, here or in its own package, does four things. Each handler says who may
/// use it (`@OpenTo`) and which scope it needs ([Needs]), and takes a [org.witan.access.Viewer]. A
/// write reads its body with [Reading] and is done once with [org.witan.access.systems.KeptAnswers].
/// The path and its examples are added to `openapi/v1.json`, which a test holds to the handlers. Ids
/// of what was shown go to the trail as on any page.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
public @interface ApiResource {}
