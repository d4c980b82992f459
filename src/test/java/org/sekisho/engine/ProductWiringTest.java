package org.sekisho.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.sekisho.testing.SekishoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@SekishoTest
class ProductWiringTest {

    @Autowired
    private WiringCheck check;

    @Autowired
    private Steps steps;

    @Test
    void the_product_has_no_loose_ends() {
        Wiring wiring = check.wiring();

        assertThat(wiring.models().processes()).isNotEmpty();
        assertThat(wiring.missing()).isEmpty();
        assertThat(wiring.unused(List.of())).isEmpty();
        assertThat(steps.keySet()).isEqualTo(wiring.steps().keySet());
    }

    @Test
    void a_product_without_its_steps_does_not_start() {
        WiringCheck withoutSteps = new WiringCheck(new StaticListableBeanFactory());

        assertThatExceptionOfType(LooseEnds.class)
                .isThrownBy(() -> withoutSteps.preInit(new SpringProcessEngineConfiguration()))
                .withMessageContaining("processes/enrollment.bpmn")
                .withMessageContaining("has no bean");
    }
}
