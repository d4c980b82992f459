package org.sekisho.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** A device for passkeys that is built into the browser of one page and asks its person for a finger. */
final class VirtualAuthenticator {

    private final CDPSession browser;
    private final String id;

    private VirtualAuthenticator(CDPSession browser, String id) {
        this.browser = browser;
        this.id = id;
    }

    static VirtualAuthenticator in(Screen screen) {
        CDPSession browser = screen.page().context().newCDPSession(screen.page());
        browser.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject device = new JsonObject();
        device.add("options", options);
        String id = browser.send("WebAuthn.addVirtualAuthenticator", device)
                .get("authenticatorId")
                .getAsString();
        return new VirtualAuthenticator(browser, id);
    }

    /** Whether the finger that is put on it is the right one. */
    void recognises(boolean person) {
        JsonObject wanted = new JsonObject();
        wanted.addProperty("authenticatorId", id);
        wanted.addProperty("isUserVerified", person);
        browser.send("WebAuthn.setUserVerified", wanted);
    }
}
