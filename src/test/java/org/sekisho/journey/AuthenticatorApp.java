package org.sekisho.journey;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** An authenticator app as people have on their phones: scans a picture, then shows codes. Knows nothing of the product. */
final class AuthenticatorApp {

    /** The part of the picture's width within which its round corners lie; the quiet zone is wider. */
    private static final int ROUNDED = 32;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private byte @Nullable [] key;

    /**
     * Reads the picture of a QR code as the screen shows it. A screen is no photo: looked for as in one, a code of every eighty or
     * so is not found where it stands, since something in it resembles a corner.
     */
    void scan(byte[] png) {
        try {
            LuminanceSource screen = new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(png)));
            int corner = screen.getWidth() / ROUNDED;
            LuminanceSource code =
                    screen.crop(corner, corner, screen.getWidth() - 2 * corner, screen.getHeight() - 2 * corner);
            pair(new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new GlobalHistogramBinarizer(code)),
                            Map.of(DecodeHintType.PURE_BARCODE, true))
                    .getText());
        } catch (IOException | ReaderException unreadable) {
            throw new AssertionError("no QR code can be read on the screen", unreadable);
        }
    }

    /** Opens a pairing link, as a tap on the phone does. */
    void pair(String link) {
        URI uri = URI.create(link);
        if (!"otpauth".equals(uri.getScheme()) || !"totp".equals(uri.getHost())) {
            throw new AssertionError("not a pairing link");
        }
        key = base32(Arrays.stream(uri.getRawQuery().split("&"))
                .filter(parameter -> parameter.startsWith("secret="))
                .map(parameter -> parameter.substring("secret=".length()))
                .findFirst()
                .orElseThrow());
    }

    /** The six digits that the app shows at a moment. */
    String code(Instant at) {
        byte[] paired = key;
        if (paired == null) {
            throw new AssertionError("the app is not paired");
        }
        try {
            int code = new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePassword(new SecretKeySpec(paired, "RAW"), at);
            return String.format(Locale.ROOT, "%06d", code);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Six digits that are certainly not right at a moment or near it. */
    String wrongCode(Instant at) {
        int wrong = 0;
        String candidate = "000000";
        while (near(at, candidate)) {
            wrong++;
            candidate = String.format(Locale.ROOT, "%06d", wrong);
        }
        return candidate;
    }

    private boolean near(Instant at, String candidate) {
        for (int step = -2; step <= 2; step++) {
            if (code(at.plusSeconds(30L * step)).equals(candidate)) {
                return true;
            }
        }
        return false;
    }

    /** RFC 4648 §6. */
    private static byte[] base32(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (char letter : text.toCharArray()) {
            buffer = (buffer << 5) | ALPHABET.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }
}
