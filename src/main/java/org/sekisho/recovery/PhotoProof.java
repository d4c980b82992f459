package org.sekisho.recovery;

import java.io.IOException;
import java.io.InputStream;
import org.sekisho.directory.AccountId;
import org.sekisho.evidence.IdPhotos;
import org.sekisho.evidence.PhotoRefused;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskId;
import org.springframework.stereotype.Component;

/** A photo of the ID card, for somebody of the helpdesk to look at. */
@Component
public class PhotoProof {

    private final Recoveries recoveries;
    private final IdPhotos photos;

    PhotoProof(Recoveries recoveries, IdPhotos photos) {
        this.recoveries = recoveries;
        this.photos = photos;
    }

    /**
     * Takes a photo.
     *
     * @param sent not closed
     * @throws PhotoRefused where it is none or too much; the problem says what to tell the person
     * @throws IOException where what is sent breaks off
     * @throws org.sekisho.process.TaskUnavailable where the task is gone or not the person's
     */
    public void taken(TaskId id, InputStream sent) throws PhotoRefused, IOException {
        CaseTask task = recoveries.own(id);
        photos.take(task.caseId(), new AccountId(task.subject().orElseThrow()), sent);
    }
}
