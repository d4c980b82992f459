package org.sekisho.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What a sent picture consists of, by its own structure: the parts that make pixels, and how it is to be turned. Comments, texts,
 * positions, thumbnails and whatever follows the end are left behind before any decoder sees them.
 *
 * @param format as ImageIO calls it
 * @param pixels a complete file of the parts that make pixels
 * @param orientation as EXIF counts it, from 1 to 8; 1 where nothing is said
 */
record PictureParts(String format, byte[] pixels, int orientation) {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final Set<String> PNG_PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /** Cameras write about ten scans; each takes as long as the whole picture, however few bytes it has. */
    private static final int MOST_SCANS = 32;

    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;
    private static final int SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int ORIENTATION = 0x0112;

    /** Takes a picture apart; what is none, or breaks off, is refused. */
    static PictureParts of(byte[] sent) throws PhotoRefused {
        try {
            if (begins(sent, 0, JPEG)) {
                return jpeg(ByteBuffer.wrap(sent));
            }
            if (begins(sent, 0, PNG)) {
                return png(ByteBuffer.wrap(sent));
            }
        } catch (RuntimeException breaksOff) {
            // a length that points beyond the end, or nowhere
            throw new PhotoRefused(PhotoProblem.BROKEN);
        }
        throw new PhotoRefused(PhotoProblem.NOT_A_PICTURE);
    }

    private static PictureParts png(ByteBuffer in) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(in.capacity());
        kept.writeBytes(PNG);
        in.position(PNG.length);
        String type;
        do {
            int start = in.position();
            int length = in.getInt();
            byte[] name = new byte[4];
            in.get(name);
            type = new String(name, StandardCharsets.ISO_8859_1);
            int end = Math.addExact(in.position(), Math.addExact(demandNotNegative(length), 4));
            in.position(end);
            if (PNG_PIXELS.contains(type)) {
                kept.write(in.array(), start, end - start);
            }
        } while (!type.equals("IEND"));
        return new PictureParts("png", kept.toByteArray(), 1);
    }

    private static PictureParts jpeg(ByteBuffer in) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(in.capacity());
        kept.write(in.array(), 0, 2);
        in.position(2);
        int orientation = 1;
        int scans = 0;
        for (int marker = marker(in); marker != END; marker = marker(in)) {
            int start = in.position();
            int length = Short.toUnsignedInt(in.getShort());
            int end = start + Math.max(2, length);
            in.position(end);
            if (marker == APP1 && begins(in.array(), start + 2, EXIF)) {
                orientation = orientation(ByteBuffer.wrap(in.array(), start + 2 + EXIF.length, end - start - 8)
                        .slice());
            }
            if (marker == SCAN) {
                if (++scans > MOST_SCANS) {
                    throw new IllegalArgumentException("too many scans");
                }
                end = skipToMarker(in);
            }
            if (makesPixels(marker)) {
                kept.write(0xff);
                kept.write(marker);
                kept.write(in.array(), start, end - start);
            }
        }
        kept.write(0xff);
        kept.write(END);
        return new PictureParts("jpeg", kept.toByteArray(), orientation);
    }

    /** Adobe's part and JFIF's say how colours are meant. */
    private static boolean makesPixels(int marker) {
        boolean application = marker >= APP0 && marker <= APP15;
        return marker != COMMENT && (!application || marker == APP0 || marker == APP14);
    }

    private static int marker(ByteBuffer in) {
        if (Byte.toUnsignedInt(in.get()) != 0xff) {
            throw new IllegalArgumentException("no marker");
        }
        int marker = 0xff;
        while (marker == 0xff) {
            marker = Byte.toUnsignedInt(in.get());
        }
        return marker;
    }

    /** Passes over the pixels of a scan, in which 0xff stands only before 0 and before the restarts 0xd0 to 0xd7. */
    private static int skipToMarker(ByteBuffer in) {
        byte[] bytes = in.array();
        for (int at = in.position(); at + 1 < bytes.length; at++) {
            int next = Byte.toUnsignedInt(bytes[at + 1]);
            if (bytes[at] == (byte) 0xff && next != 0 && (next < 0xd0 || next > 0xd7)) {
                in.position(at);
                return at;
            }
        }
        throw new BufferUnderflowException();
    }

    /** Reads the one entry of EXIF that is needed; a strange EXIF turns nothing. */
    private static int orientation(ByteBuffer tiff) {
        try {
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int entries = tiff.getInt(4);
            int count = Short.toUnsignedInt(tiff.getShort(entries));
            for (int i = 0; i < count; i++) {
                int entry = entries + 2 + 12 * i;
                if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                    int turn = tiff.getShort(entry + 8);
                    return turn >= 1 && turn <= 8 ? turn : 1;
                }
            }
        } catch (IndexOutOfBoundsException strange) {
            return 1;
        }
        return 1;
    }

    private static int demandNotNegative(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("a length below zero");
        }
        return length;
    }

    private static boolean begins(byte[] bytes, int at, byte[] beginning) {
        return at >= 0
                && bytes.length - at >= beginning.length
                && java.util.Arrays.equals(bytes, at, at + beginning.length, beginning, 0, beginning.length);
    }
}
