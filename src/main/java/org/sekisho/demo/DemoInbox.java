package org.sekisho.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Everything that the demo world was sent, kept in memory: the newest {@value #MOST} mails, texts and calls. */
@Component
@Profile("demo")
public class DemoInbox {

    private static final int MOST = 1000;

    private final Map<String, DemoMessage> messages = new LinkedHashMap<>();

    /** Takes a message, or what has become of one. */
    synchronized void put(DemoMessage message) {
        messages.put(message.id(), message);
        if (messages.size() > MOST) {
            messages.remove(messages.keySet().iterator().next());
        }
    }

    /** Everything, newest first. */
    public synchronized List<DemoMessage> all() {
        List<DemoMessage> newestFirst = new ArrayList<>(messages.values());
        Collections.reverse(newestFirst);
        return Collections.unmodifiableList(newestFirst);
    }

    /** What was sent to an address, in any case, or to a number; newest first. */
    public List<DemoMessage> to(String address) {
        return all().stream()
                .filter(message -> message.to().equalsIgnoreCase(address))
                .toList();
    }
}
