package org.sekisho.lawbreaking;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.crypto.tink.Aead;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.zxing.BarcodeFormat;
import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Page;
import com.twilio.http.TwilioRestClient;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.avatar.Avatar;
import com.webauthn4j.WebAuthnManager;
import de.focus_shift.jollyday.core.HolidayManager;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jakarta.mail.Message;
import java.security.SecureRandom;
import java.time.Instant;
import org.apache.commons.csv.CSVParser;
import org.apache.hc.core5.http.HttpHost;
import org.camunda.bpm.engine.RuntimeService;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import picocli.CommandLine;

/** Breaks every law there is, so that each is seen to bite. */
public class DoorHelper implements ProcessStep {

    @Autowired
    JdbcClient jdbc;

    RuntimeService engine;
    Aead keys;
    BarcodeFormat picture;
    Page browser;
    HolidayManager holidays;
    Message mail;
    GreenMail sink;
    CSVParser table;
    PhoneNumberUtil numbers;
    TwilioRestClient carrier;
    HttpHost host;
    CircuitBreaker breaker;
    CommandLine commands;
    TimeBasedOneTimePasswordGenerator codes;
    Component screen;
    Avatar undrawn;
    ProcessPlay door;
    WebAuthnManager passkeys;
    WebAuthnRelyingPartyOperations endpoints;

    Instant taken() {
        return Instant.now().plusNanos(new SecureRandom().nextInt());
    }

    @Override
    public void run(StepContext context) {}
}
