package org.sekisho.channel.twilio;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.channel.CarrierReports;
import org.sekisho.channel.MessageState;
import org.sekisho.channel.Reply;
import org.sekisho.channel.SentMessage;
import org.sekisho.shared.Secret;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the company tells us. The filter before it has seen to the signature; what is not known here changes nothing. */
@RestController
@WithTelephone
class CarrierEndpoint {

    private final CarrierReports reports;
    private final Optional<CallAnswers> answers;
    private final TwilioProperties properties;

    CarrierEndpoint(CarrierReports reports, Optional<CallAnswers> answers, TwilioProperties properties) {
        this.reports = reports;
        this.answers = answers;
        this.properties = properties;
    }

    @PostMapping(Callbacks.MESSAGE)
    ResponseEntity<Void> message(
            @PathVariable UUID id,
            @RequestParam("MessageSid") String sid,
            @RequestParam("MessageStatus") String status) {
        return report(
                id,
                sid,
                switch (status) {
                    case "delivered", "read" -> Optional.of(MessageState.DELIVERED);
                    case "undelivered", "failed" -> Optional.of(MessageState.UNDELIVERED);
                    default -> Optional.empty();
                });
    }

    @PostMapping(Callbacks.CALL)
    ResponseEntity<Void> call(
            @PathVariable UUID id, @RequestParam("CallSid") String sid, @RequestParam("CallStatus") String status) {
        return report(
                id,
                sid,
                switch (status) {
                    case "in-progress", "completed" -> Optional.of(MessageState.DELIVERED);
                    case "busy", "no-answer" -> Optional.of(MessageState.UNANSWERED);
                    case "failed", "canceled" -> Optional.of(MessageState.UNDELIVERED);
                    default -> Optional.empty();
                });
    }

    @PostMapping(path = Callbacks.KEYS, produces = MediaType.APPLICATION_XML_VALUE)
    String keys(
            @PathVariable UUID id,
            @PathVariable int round,
            @RequestParam("CallSid") String sid,
            @RequestParam(name = "Digits", defaultValue = "") String digits) {
        Optional<SentMessage> call = reports.find(id)
                .filter(message -> message.reply().kind() != Reply.Kind.NOTHING)
                .filter(message -> message.carrierId().map(sid::equals).orElse(true));
        if (call.isEmpty() || answers.isEmpty()) {
            return Twiml.nothing();
        }
        return Twiml.of(
                answers.get().keyed(call.get(), Secret.of(digits), round),
                next -> properties.callback(Callbacks.keys(id.toString(), next)));
    }

    private ResponseEntity<Void> report(UUID id, String sid, Optional<MessageState> state) {
        state.ifPresent(told -> reports.report(id, sid, told));
        return ResponseEntity.noContent().build();
    }
}
