package org.sekisho.factor.totp.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.totp.AppDevice;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@SekishoTest
class TotpScreensTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Processes processes;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private Factors factors;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TestApps apps;

    private Account account;
    private FactorId app;
    private CaseId caseId;
    private SignedInAs person;

    @BeforeEach
    void begin() {
        account = accounts.student();
        person = SignedInAs.holder(account.id());
        app = FactorId.next();
        caseId = CaseId.next();
        processes.start(
                new ProcessKey("factor-totp-setup"),
                caseId,
                Variables.of(Variable.id("accountId"), account.id().value()).and(Variable.id("factorId"), app.value()));
    }

    @AfterEach
    void leave() {
        person.close();
    }

    @Test
    void the_device_is_asked_for_and_the_stores_of_two_apps_are_near() {
        try (Browserless browser = Browserless.open(context)) {
            open(browser);
            assertThat(browser.text()).contains("Which device is the app on?");
            assertThat(browser.all(Anchor.class))
                    .extracting(Anchor::getHref)
                    .contains(
                            "https://play.google.com/store/apps/details?id=com.azure.authenticator",
                            "https://apps.apple.com/app/microsoft-authenticator/id983156458");
            browser.press("Next");
            assertThat(browser.text()).contains("Please say where the app is.");
            choose(browser, AppDevice.ANOTHER_DEVICE);
            assertThat(browser.heading()).isEqualTo("Register the app");
        }
    }

    @Test
    void for_another_device_there_is_a_qr_code_that_decodes_and_the_key_and_name_as_text() throws Exception {
        try (Browserless browser = Browserless.open(context)) {
            open(browser);
            choose(browser, AppDevice.ANOTHER_DEVICE);
            Image picture = browser.one(Image.class);
            assertThat(picture.getAlt()).contains("QR code");
            String uri = decode(picture.getSrc());
            assertThat(uri)
                    .startsWith("otpauth://totp/")
                    .contains(account.commonId().value());
            String key = uri.replaceAll(".*[?&]secret=([A-Z2-7]+).*", "$1");
            assertThat(key).hasSize(32);
            assertThat(browser.text())
                    .contains(String.join(" ", key.split("(?<=\\G.{4})")))
                    .contains(account.commonId().value())
                    .doesNotContain("otpauth:");
        }
    }

    @Test
    void on_this_device_a_link_opens_the_app() {
        try (Browserless browser = Browserless.open(context)) {
            open(browser);
            choose(browser, AppDevice.THIS_DEVICE);
            assertThat(browser.all(Anchor.class))
                    .extracting(Anchor::getHref)
                    .anyMatch(address -> address.startsWith("otpauth://totp/"));
            browser.press("Back");
            assertThat(browser.heading()).isEqualTo("Set up an authenticator app");
        }
    }

    @Test
    void a_wrong_code_is_said_in_place_and_the_tries_left_from_the_third_on() {
        try (Browserless browser = Browserless.open(context)) {
            open(browser);
            choose(browser, AppDevice.ANOTHER_DEVICE);
            browser.press("Verify");
            assertThat(browser.text()).contains("Please enter the code that the app shows.");
            enter(browser, apps.wrongCode(app).reveal());
            enter(browser, apps.wrongCode(app).reveal());
            assertThat(browser.text()).contains("That is not the code").doesNotContain("left");
            enter(browser, apps.wrongCode(app).reveal());
            assertThat(browser.text()).contains("2 tries are left");
            enter(browser, apps.wrongCode(app).reveal());
            assertThat(browser.text()).contains("One try is left");
            enter(browser, apps.wrongCode(app).reveal());
            assertThat(browser.text()).contains("Too many wrong codes");
        }
    }

    @Test
    void a_right_code_typed_with_a_space_registers_the_app() {
        try (Browserless browser = Browserless.open(context, Language.JA)) {
            open(browser);
            choose(browser, AppDevice.ANOTHER_DEVICE);
            String code = apps.code(app).reveal();
            browser.<String>fill("確認コード", code.substring(0, 3) + " " + code.substring(3));
            browser.press("確認");
            assertThat(factors.active(account.id())).hasSize(1);
        }
    }

    private void open(Browserless browser) {
        browser.visit("tasks/" + inbox.ofCase(caseId).get(0).id());
    }

    private void choose(Browserless browser, AppDevice device) {
        @SuppressWarnings("unchecked")
        RadioButtonGroup<AppDevice> devices = browser.one(RadioButtonGroup.class);
        devices.setValue(device);
        browser.press(browser.offers("Next") ? "Next" : "次へ");
    }

    private static void enter(Browserless browser, String code) {
        browser.<String>fill("Verification code", code);
        browser.press("Verify");
    }

    private static String decode(String address) throws Exception {
        byte[] png = Base64.getDecoder().decode(address.replace("data:image/png;base64,", ""));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(
                        new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(png))))))
                .getText();
    }
}
