package org.sekisho.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.security.test.context.TestSecurityContextHolder;

/** Whoever a test has signed in, also by a request of its own, is gone when the next one begins. */
final class NobodyStaysSignedIn implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        TestSecurityContextHolder.clearContext();
    }
}
