package org.circlekeeper.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.circlekeeper.access.SignIn;
import org.circlekeeper.demo.Passing;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * In the demo nothing runs by the clock, so what a practice would see within minutes is done at once: claims are made
 * of a sheet that was closed and of notes that were signed before the next page is asked for.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class SoonAfter implements WebMvcConfigurer {

    private static final int REFUSED = 400;
    private static final List<String> CHANGES =
            List.of("/sessions/*/close", "/sessions/*/corrections", "/notes/sign", "/payers/**", "/patients/**");

    private final Passing passing;

    SoonAfter(Passing passing) {
        this.passing = passing;
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
                        if (request.getMethod().equals("POST")
                                && failure == null
                                && response.getStatus() < REFUSED
                                && request.getAttribute(SignIn.class.getName()) instanceof SignIn signIn) {
                            passing.duringTheDay(signIn.who().practice());
                        }
                    }
                })
                .addPathPatterns(CHANGES);
    }
}
