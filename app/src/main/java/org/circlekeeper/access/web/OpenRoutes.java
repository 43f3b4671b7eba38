package org.circlekeeper.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.circlekeeper.access.Open;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** The routes marked {@link Open}, read from the controllers themselves. */
@Component
@ConditionalOnWebApplication
class OpenRoutes {

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;
    private volatile List<RequestMappingInfo> open = List.of();

    OpenRoutes(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    boolean includes(HttpServletRequest request) {
        boolean parsed = ServletRequestPathUtils.hasParsedRequestPath(request);
        if (!parsed) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        try {
            return routes().stream().anyMatch(route -> route.getMatchingCondition(request) != null);
        } finally {
            if (!parsed) {
                ServletRequestPathUtils.clearParsedRequestPath(request);
            }
        }
    }

    /** Read at the first request: the controllers are there by then. */
    private List<RequestMappingInfo> routes() {
        if (open.isEmpty()) {
            open = mapping.getObject().getHandlerMethods().entrySet().stream()
                    .filter(route -> route.getValue().hasMethodAnnotation(Open.class))
                    .map(Map.Entry::getKey)
                    .toList();
        }
        return open;
    }
}
