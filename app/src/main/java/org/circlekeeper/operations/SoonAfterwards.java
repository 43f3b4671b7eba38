package org.circlekeeper.operations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.circlekeeper.access.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whatever a person changes brings the next round within seconds, so that nobody waits for what follows from it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "circlekeeper.use", havingValue = "SERVE")
class SoonAfterwards implements WebMvcConfigurer {

    private static final int REFUSED = 400;

    private final Schedule schedule;

    SoonAfterwards(Schedule schedule) {
        this.schedule = schedule;
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
                            schedule.soon(signIn.who().practice());
                        }
                    }
                })
                .addPathPatterns(
                        "/groups/**",
                        "/claims/**",
                        "/patients/**",
                        "/payers/**",
                        "/notes/**",
                        "/sessions/**",
                        "/settings/**",
                        "/import/**");
    }
}
