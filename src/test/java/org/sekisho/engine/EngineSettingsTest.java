package org.sekisho.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class EngineSettingsTest {

    @Autowired
    private ProcessEngine engine;

    @Test
    void the_engine_has_the_settings_that_the_product_relies_on() {
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(settings.getHistoryLevel().getName()).isEqualTo("full");
        assertThat(settings.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(settings.getHistoryTimeToLive()).isEqualTo("P365D");
        assertThat(settings.getHistoryCleanupBatchWindowStartTime()).isEqualTo("02:00");
        assertThat(settings.getFailedJobRetryTimeCycle()).isEqualTo("PT10S,PT1M,PT5M");
        assertThat(settings.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(settings.isMetricsEnabled()).isFalse();
        assertThat(settings.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(settings.getIdGenerator()).isInstanceOf(StrongUuidGenerator.class);
        assertThat(settings).isInstanceOfSatisfying(SpringProcessEngineConfiguration.class, spring -> assertThat(
                        spring.isDeployChangedOnly())
                .isTrue());
    }
}
