package org.sekisho.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Everything that the demo world was sent, kept in memory: the newest {@value #MOST} mails. */
@Component
@Profile("demo")
public class DemoInbox {

    private static final int MOST = 1000;

    private final Deque<DemoMail> mails = new ArrayDeque<>();

    synchronized void add(DemoMail mail) {
        mails.addFirst(mail);
        if (mails.size() > MOST) {
            mails.removeLast();
        }
    }

    /** All mails, newest first. */
    public synchronized List<DemoMail> all() {
        return Collections.unmodifiableList(new ArrayList<>(mails));
    }

    /** The mails to an address, in any case, newest first. */
    public List<DemoMail> to(String address) {
        return all().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }
}
