package org.sekisho.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.sekisho.SekishoApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The demo world with its real front end on a free port, its job executor running, and MFA coming into force at once. The
 * build keeps what says so in the packaged product alone, so the front end is told here that it is the built one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SekishoApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:journey;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=0",
            "sekisho.enrollment.propagation=3s",
            "vaadin.productionMode=true",
            "vaadin.react.enable=false"
        })
@ActiveProfiles("demo")
@Import(JourneyConfiguration.class)
@interface Journey {}
