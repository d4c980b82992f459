package example.codecard;

import org.sekisho.factor.Challenge;
import org.sekisho.factor.FactorEnded;
import org.sekisho.factor.FactorType;
import org.sekisho.factor.Traits;
import org.sekisho.process.ProcessKey;
import org.sekisho.shared.Secret;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A printed card with codes, each of which is right once. */
@Component
@Order(40)
class CodeCardFactor implements FactorType {

    private static final String KIND = "codecard";

    private final JdbcCardCodes codes;

    CodeCardFactor(JdbcCardCodes codes) {
        this.codes = codes;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Traits traits() {
        boolean signIn = true;
        boolean first = false;
        boolean phishingResistant = false;
        boolean restricted = false;
        boolean replayResistant = true;
        return new Traits(signIn, first, phishingResistant, restricted, replayResistant);
    }

    @Override
    public ProcessKey setupProcess() {
        return new ProcessKey("factor-codecard-setup");
    }

    @Override
    public Check check(Challenge challenge, Secret<String> entered) {
        return codes.use(challenge.factor(), entered);
    }

    @EventListener
    void on(FactorEnded ended) {
        if (ended.kind().equals(KIND)) {
            codes.destroy(ended.factor());
        }
    }
}
