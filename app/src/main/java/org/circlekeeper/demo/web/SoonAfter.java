package org.circlekeeper.demo.web;

import java.util.List;
import org.circlekeeper.access.AfterChange;
import org.circlekeeper.demo.Passing;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * In the demo nothing runs by the clock, so what a practice would see within minutes is done at once: claims are made
 * of a sheet that was closed and of notes that were signed before the next page is asked for.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class SoonAfter implements WebMvcConfigurer {

    private static final List<String> CHANGES =
            List.of("/sessions/*/close", "/sessions/*/corrections", "/notes/sign", "/payers/**", "/patients/**");

    private final Passing passing;

    SoonAfter(Passing passing) {
        this.passing = passing;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AfterChange(passing::duringTheDay)).addPathPatterns(CHANGES);
    }
}
