package org.circlekeeper.operations;

import org.circlekeeper.access.AfterChange;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whatever a person changes brings the next round within seconds, so that nobody waits for what follows from it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "circlekeeper.use", havingValue = "SERVE")
class SoonAfterwards implements WebMvcConfigurer {

    private final Schedule schedule;

    SoonAfterwards(Schedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AfterChange(schedule::soon))
                .addPathPatterns(
                        "/groups/**",
                        "/claims/**",
                        "/patients/**",
                        "/payers/**",
                        "/notes/**",
                        "/sessions/**",
                        "/settings/**",
                        "/import/**",
                        "/insurance/**");
    }
}
