package org.sekisho.demo;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the demo world was sent, and the keypads of its telephones, for scripts. */
@RestController
@Profile("demo")
class DemoMessagesEndpoint {

    private final DemoInbox inbox;
    private final TelephoneCompany company;

    DemoMessagesEndpoint(DemoInbox inbox, TelephoneCompany company) {
        this.inbox = inbox;
        this.company = company;
    }

    /** Mails, texts and calls, newest first; those to one address or number where it is given. */
    @GetMapping("/demo/api/messages")
    List<DemoMessage> messages(@RequestParam Optional<String> to) {
        // a plus sign that was not escaped arrives as a space, and no address has one
        return to.map(address -> inbox.to(address.replace(' ', '+'))).orElseGet(inbox::all);
    }

    /** Keys in a call; 404 where it is over. */
    @PostMapping("/demo/api/calls/{id}/keys")
    ResponseEntity<Void> press(@PathVariable String id, @RequestParam String keys) {
        return ResponseEntity.status(company.press(id, keys) ? HttpStatus.NO_CONTENT : HttpStatus.NOT_FOUND)
                .build();
    }
}
