package org.sekisho.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sekisho.testing.SekishoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Without its profile the demo world does not exist. */
@SekishoTest
class DemoAbsenceTest {

    @Autowired
    private ApplicationContext context;

    @Test
    void no_bean_of_it_is_there() {
        assertThat(Arrays.stream(context.getBeanDefinitionNames())
                        .map(context::getType)
                        .filter(type -> type != null)
                        .map(ClassUtils::getPackageName))
                .noneMatch(name -> name.startsWith("org.sekisho.demo"));
    }

    @Test
    void no_address_leads_to_it() {
        assertThat(context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .keySet())
                .noneMatch(mapping -> mapping.toString().contains("/demo"));
    }
}
