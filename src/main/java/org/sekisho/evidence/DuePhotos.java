package org.sekisho.evidence;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes the photos whose time is up, a few at a time. Any number of nodes may do so at once. */
@Component
class DuePhotos {

    private static final int AT_ONCE = 100;
    private static final int ROUNDS = 20;

    private final IdPhotos photos;

    DuePhotos(IdPhotos photos) {
        this.photos = photos;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void delete() {
        for (int round = 0; round < ROUNDS && photos.deleteDue(AT_ONCE); round++) {
            // the next few
        }
    }
}
