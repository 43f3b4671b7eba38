package org.circlekeeper.frame;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets browsers keep style sheets and scripts for a year: their addresses change when they do. */
@Configuration
@ConditionalOnWebApplication
class AssetCaching implements WebMvcConfigurer {

    private static final CacheControl YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(YEAR);
        registry.addResourceHandler(
                        "/circlekeeper.css",
                        "/features.css",
                        "/circlekeeper.js",
                        "/features.js",
                        "/portal.css",
                        "/portal.js",
                        "/circlekeeper.svg")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(YEAR);
    }
}
