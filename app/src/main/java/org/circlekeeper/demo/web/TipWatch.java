package org.circlekeeper.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.circlekeeper.demo.Tips;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sees what was done and ticks it. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class TipWatch implements WebMvcConfigurer {

    private static final int REFUSED = 400;

    private final Tips tips;

    TipWatch(Tips tips) {
        this.tips = tips;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public void afterCompletion(
                    HttpServletRequest request,
                    HttpServletResponse response,
                    Object handler,
                    @Nullable Exception failure) {
                if (failure == null && response.getStatus() < REFUSED) {
                    tips.saw(request.getMethod(), request.getRequestURI());
                }
            }
        });
    }
}
