package org.sekisho.factor.passkey.ui;

import org.sekisho.factor.passkey.Passkeys;
import org.sekisho.factor.ui.ProofInput;
import org.sekisho.factor.ui.ProofRequest;
import org.sekisho.factor.ui.ProofScreen;
import org.springframework.stereotype.Component;

/** Has a passkey proved by the device that holds it. */
@Component
class PasskeyProofScreen implements ProofScreen {

    private final Passkeys passkeys;

    PasskeyProofScreen(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public String kind() {
        return "passkey";
    }

    @Override
    public ProofInput open(ProofRequest request) {
        return new PasskeyInput(passkeys, request.challenge());
    }
}
