package org.sekisho.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a picture, whoever made it. */
class PictureTest {

    private static final String PLACE = "GPS 35.7126 N 139.7619 E";

    @Test
    void a_photo_of_a_camera_becomes_a_jpeg_of_moderate_size() throws Exception {
        BufferedImage kept = Pictures.read(Picture.remade(Pictures.jpeg(6000, 4000)));
        assertThat(kept.getWidth()).isEqualTo(2000);
        assertThat(kept.getHeight()).isBetween(1332, 1334);
        assertHalves(kept, Color.RED, Color.BLUE);
    }

    @Test
    void a_small_picture_keeps_its_size() throws Exception {
        byte[] kept = Picture.remade(Pictures.png(300, 200));
        assertThat(Arrays.copyOf(kept, 3)).containsExactly(0xff, 0xd8, 0xff);
        assertThat(Pictures.read(kept).getWidth()).isEqualTo(300);
        assertHalves(Pictures.read(kept), Color.RED, Color.BLUE);
    }

    @Test
    void what_shines_through_becomes_white() throws Exception {
        byte[] clear = Pictures.written(new BufferedImage(100, 80, BufferedImage.TYPE_INT_ARGB), "png");
        assertThat(new Color(Pictures.read(Picture.remade(clear)).getRGB(50, 40)))
                .isEqualTo(Color.WHITE);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void every_kind_of_pixel_can_be_read(int type) throws Exception {
        byte[] png = Pictures.written(new BufferedImage(64, 48, type), "png");
        assertThat(Pictures.read(Picture.remade(png)).getHeight()).isEqualTo(48);
    }

    @Test
    void a_picture_that_comes_in_several_passes_can_be_read() throws Exception {
        byte[] progressive = progressive(Pictures.card(800, 600));
        assertHalves(Pictures.read(Picture.remade(progressive)), Color.RED, Color.BLUE);
    }

    /** Where the red half of the card is when a picture that was taken like this stands upright. */
    @ParameterizedTest
    @CsvSource({
        "1, left",
        "2, right",
        "3, right",
        "4, left",
        "5, top",
        "6, top",
        "7, bottom",
        "8, bottom",
        "0, left",
        "9, left"
    })
    void a_picture_taken_on_its_side_is_set_upright(int orientation, String red) throws Exception {
        BufferedImage kept =
                Pictures.read(Picture.remade(Pictures.withExif(Pictures.jpeg(600, 400), orientation, PLACE)));
        boolean onItsSide = red.equals("top") || red.equals("bottom");
        assertThat(kept.getWidth()).isEqualTo(onItsSide ? 400 : 600);
        int right = kept.getWidth() - 20;
        int bottom = kept.getHeight() - 20;
        assertColour(kept, red.equals("right") ? right : 20, red.equals("bottom") ? bottom : 20, Color.RED);
        assertColour(kept, red.equals("left") ? right : 20, red.equals("top") ? bottom : 20, Color.BLUE);
    }

    @Test
    void nothing_that_a_camera_wrote_beside_the_pixels_is_left() throws Exception {
        byte[] sent = Pictures.withPart(
                Pictures.withExif(Pictures.jpeg(300, 200), 1, PLACE),
                0xfe,
                "a comment about the card".getBytes(StandardCharsets.US_ASCII));
        assertThat(text(sent)).contains("Exif", PLACE, "a comment");
        assertThat(text(Picture.remade(sent))).doesNotContain("Exif", PLACE, "a comment");
    }

    @Test
    void nothing_that_stands_in_texts_of_a_png_is_left() throws Exception {
        byte[] sent = Pictures.withChunk(
                Pictures.png(300, 200), "tEXt", ("Comment\0" + PLACE).getBytes(StandardCharsets.US_ASCII));
        assertThat(text(sent)).contains(PLACE);
        assertThat(text(Picture.remade(sent))).doesNotContain(PLACE);
    }

    @Test
    void what_follows_the_end_of_a_picture_is_left_behind() throws Exception {
        byte[] sent = joined(Pictures.jpeg(300, 200), "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));
        assertThat(text(Picture.remade(sent))).doesNotContain("script");
    }

    static Stream<Arguments> refused() {
        byte[] jpeg = Pictures.jpeg(600, 400);
        byte[] png = Pictures.png(600, 400);
        byte[] nothing = {};
        return Stream.of(
                Arguments.of("nothing", PhotoProblem.NOT_A_PICTURE, nothing),
                Arguments.of(
                        "a script",
                        PhotoProblem.NOT_A_PICTURE,
                        "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of(
                        "a drawing that can run scripts",
                        PhotoProblem.NOT_A_PICTURE,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"
                                .getBytes(StandardCharsets.US_ASCII)),
                Arguments.of(
                        "another kind of picture",
                        PhotoProblem.NOT_A_PICTURE,
                        Pictures.written(Pictures.card(60, 40), "gif")),
                Arguments.of(
                        "a script that begins like a JPEG",
                        PhotoProblem.BROKEN,
                        joined(Arrays.copyOf(jpeg, 4), "<script>".getBytes(StandardCharsets.US_ASCII))),
                Arguments.of(
                        "a script that begins like a PNG",
                        PhotoProblem.BROKEN,
                        joined(Arrays.copyOf(png, 8), "<script>".getBytes(StandardCharsets.US_ASCII))),
                Arguments.of("half a JPEG", PhotoProblem.BROKEN, Arrays.copyOf(jpeg, jpeg.length / 2)),
                Arguments.of("a JPEG without its end", PhotoProblem.BROKEN, Arrays.copyOf(jpeg, jpeg.length - 2)),
                Arguments.of("half a PNG", PhotoProblem.BROKEN, Arrays.copyOf(png, png.length / 2)),
                Arguments.of("a bomb", PhotoProblem.TOO_MANY_PIXELS, Pictures.bomb(30_000, 30_000)),
                Arguments.of("a narrow bomb", PhotoProblem.TOO_MANY_PIXELS, Pictures.bomb(12_001, 1)),
                Arguments.of("a square bomb", PhotoProblem.TOO_MANY_PIXELS, Pictures.bomb(6_500, 6_500)),
                Arguments.of("a picture without pixels", PhotoProblem.BROKEN, Pictures.bomb(0, 100)),
                Arguments.of("a length below zero", PhotoProblem.BROKEN, lengthBelowZero(png)),
                Arguments.of("a JPEG of endless scans", PhotoProblem.BROKEN, endlessScans()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void what_is_no_good_picture_is_refused(String what, PhotoProblem problem, byte[] sent) {
        assertThatExceptionOfType(PhotoRefused.class)
                .isThrownBy(() -> Picture.remade(sent))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    @Test
    void texts_that_unpack_to_very_much_are_never_unpacked() throws Exception {
        byte[] zeros = Pictures.deflated(new byte[200_000_000]);
        byte[] sent = Pictures.withChunk(
                Pictures.png(300, 200), "zTXt", joined("Comment\0\0".getBytes(StandardCharsets.US_ASCII), zeros));
        assertThat(PictureParts.of(sent).pixels().length).isLessThan(5_000);
        assertThat(Pictures.read(Picture.remade(sent)).getWidth()).isEqualTo(300);
    }

    @Test
    void any_damage_ends_in_a_picture_or_a_refusal() {
        byte[] exif = Pictures.withExif(Pictures.jpeg(120, 80), 6, PLACE);
        byte[] png = Pictures.png(120, 80);
        java.util.Random random = new java.util.Random(4711);
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = (i % 2 == 0 ? exif : png).clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(Pictures.read(Picture.remade(damaged)).getWidth()).isBetween(1, 2_000);
            } catch (PhotoRefused refused) {
                assertThat(refused.problem()).isNotNull();
            }
        }
    }

    private static byte[] progressive(BufferedImage image) throws Exception {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Each of them would make the decoder pass over all pixels once more. */
    private static byte[] endlessScans() {
        byte[] jpeg = Pictures.jpeg(600, 400);
        byte[] scan = {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < 10_000; i++) {
            out.writeBytes(scan);
        }
        out.write(jpeg, jpeg.length - 2, 2);
        return out.toByteArray();
    }

    private static byte[] lengthBelowZero(byte[] png) {
        byte[] changed = png.clone();
        changed[8 + 25] = (byte) 0xff;
        return changed;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static void assertHalves(BufferedImage picture, Color left, Color right) {
        assertColour(picture, picture.getWidth() / 4, picture.getHeight() / 2, left);
        assertColour(picture, picture.getWidth() * 3 / 4, picture.getHeight() / 2, right);
    }

    private static void assertColour(BufferedImage picture, int x, int y, Color expected) {
        Color found = new Color(picture.getRGB(x, y));
        assertThat(Math.abs(found.getRed() - expected.getRed())
                        + Math.abs(found.getGreen() - expected.getGreen())
                        + Math.abs(found.getBlue() - expected.getBlue()))
                .as("%s at %s, %s", found, x, y)
                .isLessThan(30);
    }
}
