package org.witan.site.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenToEveryone;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.access.systems.Limit;
import org.witan.access.systems.Scope;
import org.witan.access.systems.Tries;

/// Stands before the doors of the pages: a path of the API is for tokens alone, a page is for none. Hands the viewer on
/// whom the token acts for, when the token has the scope and its system asks no more often than it may.
@Component
final class ApiDoors implements HandlerInterceptor, WebMvcConfigurer {
    static final Limit LIMIT = new Limit(600, Duration.ofMinutes(1));
    private final Problems problems;
    private final Tries tries;
    private final Witnessing witnessing;

    ApiDoors(Problems problems, Tries tries, Witnessing witnessing) {
        this.problems = problems;
        this.tries = tries;
        this.witnessing = witnessing;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(-1);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Needs needs = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Needs.class) : null;
        if (needs == null) {
            return isOpen(request, response, handler);
        }
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof TokenAuthentication token)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"witan\"");
            problems.answer(response, Fault.UNAUTHENTICATED);
            return false;
        }
        if (!withinLimit(token, response)) {
            problems.answer(response, Fault.TOO_MANY_REQUESTS);
            return false;
        }
        Viewer viewer = token.bearer().viewer(ApiOrigin.of(request, token.session()));
        if (!token.bearer().scopes().containsAll(List.of(needs.value()))) {
            witnessing.turnAway(viewer, Deed.of(Verb.READ, "path"), "scope missing");
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, insufficient(needs));
            problems.answer(response, Fault.SCOPE_MISSING);
            return false;
        }
        request.setAttribute(Viewer.class.getName(), viewer);
        return true;
    }

    /// What is not for tokens is a page, or, below `/api/`, for everyone or not there.
    private boolean isOpen(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof HandlerMethod method
                && request.getServletPath().startsWith("/api/")
                && !method.hasMethodAnnotation(OpenToEveryone.class)) {
            problems.answer(response, Fault.NOT_FOUND);
            return false;
        }
        return true;
    }

    private boolean withinLimit(TokenAuthentication token, HttpServletResponse response) {
        Tries.Left left = tries.take("system " + token.bearer().system(), LIMIT);
        long each = Math.max(1, LIMIT.each().toSeconds());
        response.setHeader(
                "RateLimit-Policy",
                "\"system\";q=%d;w=%d".formatted(LIMIT.most(), LIMIT.within().toSeconds()));
        response.setHeader("RateLimit", "\"system\";r=%d;t=%d".formatted(left.left(), each));
        if (!left.allowed()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(each));
        }
        return left.allowed();
    }

    private static String insufficient(Needs needs) {
        return "Bearer realm=\"witan\", error=\"insufficient_scope\", scope=\"%s\""
                .formatted(String.join(
                        " ", List.of(needs.value()).stream().map(Scope::code).toList()));
    }
}
