package org.sekisho.factor.totp.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.sekisho.shared.Secret;

/** A QR code as a picture inside the page itself, so that what it says appears in no address. */
final class QrPicture {

    /** At least 240 pixels, so that a phone reads it at arm's length; 280 with the quiet zone. */
    static final int SIZE = 280;

    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xFFFFFF;

    private QrPicture() {}

    /** The picture as a {@code data:} address; as secret as its content. */
    static Secret<String> of(Secret<String> content) {
        try {
            BitMatrix matrix = new QRCodeWriter()
                    .encode(
                            content.reveal(),
                            BarcodeFormat.QR_CODE,
                            SIZE,
                            SIZE,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
            BufferedImage image =
                    new BufferedImage(matrix.getWidth(), matrix.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    image.setRGB(x, y, matrix.get(x, y) ? BLACK : WHITE);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return Secret.of("data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray()));
        } catch (WriterException e) {
            throw new IllegalStateException("the pairing link does not fit into a QR code", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the picture cannot be made", e);
        }
    }
}
