package org.witan.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestDataValueProcessor;
import org.witan.access.Caller;
import org.witan.access.SignedIn;
import org.witan.access.Viewer;

/// Puts the doors before every page, and gives a handler that asks for a [Viewer] the one that came through. A handler
/// that asks for a [Caller] gets whoever asks, signed in or not.
@Component
final class SiteConfiguration implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    private final Doors doors;

    SiteConfiguration(Doors doors) {
        this.doors = doors;
    }

    /// Forms say for whom they were shown, in the place of a library's own processor that has nothing to say here.
    @Bean
    static BeanPostProcessor formsSayForWhomTheyWereShown() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RequestDataValueProcessor next ? new ShownTo(next) : bean;
            }
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(doors);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type.equals(Viewer.class) || type.equals(Caller.class) || isOptionalViewer(parameter);
    }

    /// On a page for everybody: whoever reads, if they have signed in and chosen.
    private static boolean isOptionalViewer(MethodParameter parameter) {
        return parameter.getParameterType().equals(Optional.class)
                && parameter.nested().getNestedParameterType().equals(Viewer.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (isOptionalViewer(parameter)) {
            return Optional.ofNullable(request.getAttribute(Doors.VIEWER, RequestAttributes.SCOPE_REQUEST));
        }
        return parameter.getParameterType().equals(Viewer.class) ? viewer(request) : caller(request);
    }

    private static Object viewer(NativeWebRequest request) {
        Object viewer = request.getAttribute(Doors.VIEWER, RequestAttributes.SCOPE_REQUEST);
        if (viewer == null) {
            throw new IllegalStateException("A handler that asks for a viewer must be open to roles.");
        }
        return viewer;
    }

    private static Caller caller(NativeWebRequest request) {
        var page = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        return new Caller(
                Doors.signedIn().map(SignedIn::account).orElse(null), Doors.origin(page, page.getSession(false)));
    }
}
