package org.sekisho.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator in plain words why the vault does not open. */
final class VaultKeysetFailureAnalyzer extends AbstractFailureAnalyzer<VaultKeysetUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, VaultKeysetUnusable cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
