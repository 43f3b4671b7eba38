package org.circlekeeper.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.circlekeeper.database.PracticeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Outside of the demo nobody becomes anybody by a click, and nobody moves the clock. */
@PracticeTest
class NoDoorTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired
    ApplicationContext program;

    @Test
    void the_routes_of_the_demo_do_not_exist_outside_of_it() {
        assertThat(routes.getHandlerMethods().keySet().stream()
                        .flatMap(route -> route.getPatternValues().stream())
                        .filter(path -> path.startsWith("/demo")))
                .isEmpty();
        assertThat(program.getBeansOfType(Stage.class)).isEmpty();
    }
}
