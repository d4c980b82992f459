package org.sekisho.journey;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.journey.Screen.Device;
import org.sekisho.shared.Language;
import org.sekisho.testing.RunningClock;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A phone and recovery codes are added by the person alone, and sign in. */
@Journey
@Tag("full")
class PhoneJourneyIT {

    private static final String NUMBER = "+819055512345";

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    @Test
    void a_person_adds_a_phone_and_recovery_codes_and_signs_in_with_each() {
        Account account = accounts.create(person -> person.name("Hanako Tanaka").language(Language.EN));
        List<String> codes;
        try (Screen desk = new Screen("phone", port, Device.DESK, Locale.ENGLISH)) {
            Holder holder = Holder.of(account, desk, clock);
            holder.turnsMfaOn();
            String first = addsPhone(desk);
            codes = savesCodes(desk);
            signsInWithAText(holder, desk, first);
        }
        try (Screen phone = new Screen("phone-japanese", port, Device.PHONE, Locale.JAPANESE)) {
            onAPhoneInJapanese(account, phone, codes);
        }
    }

    private static String addsPhone(Screen desk) {
        desk.go("methods").says("Add a method").press("Add a method");
        desk.choose("Phone").press("Add").heading("Set up a phone");
        desk.fill("Phone number", "12")
                .press("Next")
                .says("There is no such number in that country")
                .look();
        desk.fill("Phone number", "0990-504-123").press("Next").says("charge for being called");
        desk.fill("Phone number", "090-5551-2345").press("Next").heading("Answer your phone");
        String code = desk.mailedCode(NUMBER);
        desk.says("The text message to +81 •• •••• 2345 was delivered.").look();
        desk.fill("Verification code", code).press("Verify");
        desk.heading("Name the method").press("Leave it as it is").heading("Methods");
        return code;
    }

    private static List<String> savesCodes(Screen desk) {
        desk.press("Add a method");
        desk.choose("Recovery codes").press("Add").heading("Save your recovery codes");
        List<String> codes = desk.items(".recovery-codes li");
        desk.press("Next").says("Please save the codes first").look();
        desk.tick("I saved them").press("Next");
        desk.heading("Name the method").press("Leave it as it is").heading("Methods");
        return codes;
    }

    private static void signsInWithAText(Holder holder, Screen desk, String before) {
        holder.signsOut();
        holder.signsIn();
        desk.heading("Verify that it is you").press("Use another method");
        desk.heading("Choose a method").press("Phone");
        desk.says("Send again").heading("Verify that it is you");
        desk.fill("Verification code", desk.codeMailedAfter(before, NUMBER)).press("Verify");
        desk.heading("MFA is on: here is what you set up").press("Done").heading("Service directory");
        desk.press("日本語").heading("サービス一覧");
    }

    private static void onAPhoneInJapanese(Account account, Screen phone, List<String> codes) {
        phone.go("methods").heading("サインイン");
        phone.fill("ユーザー名", account.commonId().value())
                .fill("パスワード", TestAccounts.PASSWORD)
                .press("サインイン");
        phone.heading("本人確認").press("別の方法を使う");
        phone.says("リカバリーコード").says("前回使用").look().press("リカバリーコード");
        phone.says("保管しているリカバリーコードのうち1個").heading("本人確認");
        phone.fill("リカバリーコード", codes.get(0).toLowerCase(Locale.ROOT)).press("確認");
        phone.says("リカバリーコードを使いました").heading("認証方法");
    }
}
