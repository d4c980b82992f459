package org.sekisho.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.evidence.IdPhotos;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.process.CaseId;
import org.sekisho.recovery.RecoveryRoad.Travellers;
import org.sekisho.testing.MutableClock;
import org.sekisho.vault.VaultKeyset;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a node had at the moment of a back-up, to be found again wherever the back-up is restored. */
final class LeftBehind {

    private static final String WITH_PHOTO = "userTask_decideRecovery";

    private final List<Waiting> waiting;
    private final Instant at;
    private final List<String> trail;

    private LeftBehind(List<Waiting> waiting, Instant at, List<String> trail) {
        this.waiting = waiting;
        this.at = at;
        this.trail = trail;
    }

    private record Waiting(
            String element, Travellers travellers, CaseId caseId, FactorId lost, String key, String browser) {}

    /** Leads people to where recoveries wait; one has given the photo of an ID card. */
    static LeftBehind by(ConfigurableApplicationContext node) {
        List<Waiting> waiting = Stream.of(
                        "userTask_giveEvidence", WITH_PHOTO, "userTask_watchWait", "userTask_redeemPass")
                .map(element -> leadTo(node, element))
                .toList();
        return new LeftBehind(waiting, node.getBean(MutableClock.class).instant(), trailOf(node));
    }

    private static Waiting leadTo(ConfigurableApplicationContext node, String element) {
        Travellers travellers = Travellers.of(node);
        FactorId lost =
                node.getBean(Factors.class).active(travellers.person()).get(0).id();
        RecoveryRoad road = RecoveryRoad.of(node, travellers);
        CaseId caseId = road.opens();
        road.goesOnTo(element);
        return new Waiting(
                element,
                travellers,
                caseId,
                lost,
                keyOf(node, lost),
                road.browser().told());
    }

    /** Whatever the node does from now on is in no back-up. */
    static void goesOn(ConfigurableApplicationContext node) {
        leadTo(node, "userTask_giveEvidence");
    }

    /** The restored node knows it all, opens what was sealed, and leads everybody to the end. */
    void isThereIn(ConfigurableApplicationContext restored) {
        restored.getBean(MutableClock.class).advanceTo(at);
        assertThat(trailOf(restored)).as("the trail, event by event").startsWith(trail.toArray(String[]::new));
        for (Waiting each : waiting) {
            restored.getBean(ProcessPlay.class).waitsAt(each.caseId(), each.element());
            assertThat(keyOf(restored, each.lost()))
                    .as("the key of the authenticator app")
                    .isEqualTo(each.key());
            if (each.element().equals(WITH_PHOTO)) {
                IdPhotos photos = restored.getBean(IdPhotos.class);
                assertThat(photos.of(each.caseId())).hasSize(1);
            }
            RecoveryRoad.resumed(restored, each.travellers(), HereBrowser.holding(each.browser()))
                    .goesOnToTheEnd();
            restored.getBean(ProcessPlay.class)
                    .hasPassed(each.caseId(), "serviceTask_replaceMethods", "event_accountRecovered")
                    .nothingIsLeftOf(each.caseId());
        }
    }

    /** Without the keyset of the back-up nothing starts, and what is to be done is said. */
    static void needsItsKeyset(WithSetting node) {
        assertThatThrownBy(() -> node.start(
                                "--sekisho.vault.keyset=" + VaultKeyset.create().toJson())
                        .close())
                .satisfies(thrown -> assertThat(NestedExceptionUtils.getMostSpecificCause(thrown))
                        .hasMessageContaining("not the one that this database was sealed with"));
    }

    /** Starts a node on what was restored. */
    @FunctionalInterface
    interface WithSetting {
        ConfigurableApplicationContext start(String setting);
    }

    private static String keyOf(ConfigurableApplicationContext node, FactorId app) {
        return HexFormat.of().formatHex(node.getBean(TestApps.class).key(app).reveal());
    }

    private static List<String> trailOf(ConfigurableApplicationContext node) {
        return node.getBean(JdbcClient.class)
                .sql("select id, canonical from audit_event order by id")
                .query((row, number) -> row.getLong("id") + " "
                        + new String(row.getBytes("canonical"), StandardCharsets.ISO_8859_1)
                        + Arrays.hashCode(row.getBytes("canonical")))
                .list();
    }
}
