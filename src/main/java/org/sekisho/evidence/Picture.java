package org.sekisho.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes a picture anew from its pixels. What strangers send is taken apart by its content, never by its name; how much work it asks
 * for is known before any pixel is read; and nothing of it but pixels comes through. Never touches a disk.
 */
final class Picture {

    /** The longest side of what is kept, in pixels. */
    static final int LONGEST_SIDE = 2_000;

    private static final int WIDEST = 12_000;
    private static final long MOST_PIXELS = 40_000_000;
    private static final float QUALITY = 0.85f;

    /** A picture of many pixels takes much memory while it is read: one at a time. */
    private static final Semaphore TURN = new Semaphore(1, true);

    private Picture() {}

    /** The pixels of a JPEG or PNG, upright and of moderate size, as a JPEG without metadata. */
    static byte[] remade(byte[] sent) throws PhotoRefused {
        PictureParts parts = PictureParts.of(sent);
        TURN.acquireUninterruptibly();
        try {
            return written(upright(read(parts), parts.orientation()));
        } catch (IOException | RuntimeException unreadable) {
            // readers meet broken pictures with exceptions of many kinds
            throw new PhotoRefused(PhotoProblem.BROKEN);
        } finally {
            TURN.release();
        }
    }

    private static BufferedImage read(PictureParts parts) throws IOException, PhotoRefused {
        ImageReader reader = ImageIO.getImageReadersByFormatName(parts.format()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(parts.pixels()))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > WIDEST || height > WIDEST || (long) width * height > MOST_PIXELS) {
                throw new PhotoRefused(PhotoProblem.TOO_MANY_PIXELS);
            }
            int every = Math.max(1, Math.max(width, height) / LONGEST_SIDE);
            ImageReadParam some = reader.getDefaultReadParam();
            some.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, some);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage read, int orientation) {
        int width = read.getWidth();
        int height = read.getHeight();
        double scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(width, height));
        boolean onItsSide = orientation >= 5;
        BufferedImage page = new BufferedImage(
                scaled(onItsSide ? height : width, scale),
                scaled(onItsSide ? width : height, scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = page.createGraphics();
        try {
            drawing.setColor(Color.WHITE);
            drawing.fillRect(0, 0, page.getWidth(), page.getHeight());
            drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            AffineTransform turned = AffineTransform.getScaleInstance(scale, scale);
            turned.concatenate(turn(orientation, width, height));
            drawing.drawImage(read, turned, null);
        } finally {
            drawing.dispose();
        }
        return page;
    }

    private static int scaled(int side, double scale) {
        return Math.max(1, (int) Math.round(side * scale));
    }

    /** What brings a picture of this EXIF orientation upright. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] written(BufferedImage page) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(page, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
