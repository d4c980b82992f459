package org.sekisho.factor.totp;

/** Where the authenticator app is, as seen from the browser. */
public enum AppDevice {
    THIS_DEVICE,
    ANOTHER_DEVICE
}
