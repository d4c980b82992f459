package org.sekisho.demo;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the demo world was sent, for scripts. */
@RestController
@Profile("demo")
class DemoMessagesEndpoint {

    private final DemoInbox inbox;

    DemoMessagesEndpoint(DemoInbox inbox) {
        this.inbox = inbox;
    }

    /** Newest first; those to one address where it is given. */
    @GetMapping("/demo/api/messages")
    List<DemoMail> messages(@RequestParam Optional<String> to) {
        return to.map(inbox::to).orElseGet(inbox::all);
    }
}
