package org.witan.everypath;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The handlers that the running application really has.
final class Handlers {

    private Handlers() {}

    /// Each by its method and pattern, as in `GET /records/{id}`.
    static Map<String, HandlerMethod> of(ApplicationContext application) {
        var all = new TreeMap<String, HandlerMethod>();
        application
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> {
                    var methods = info.getMethodsCondition().getMethods();
                    for (String pattern : info.getPatternValues()) {
                        if (methods.isEmpty()) {
                            all.put("ANY " + pattern, handler);
                        }
                        methods.forEach(method -> all.put(method + " " + pattern, handler));
                    }
                }));
        return all;
    }
}
