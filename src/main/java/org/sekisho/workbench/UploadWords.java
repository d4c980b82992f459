package org.sekisho.workbench;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.function.UnaryOperator;

/** The words of an upload of one file; the platform's own are English alone. */
public final class UploadWords {

    private UploadWords() {}

    /**
     * @param word translates the parts {@code drop}, {@code rejected}, {@code uploading}, {@code not-uploaded}, {@code start},
     *     {@code retry} and {@code remove}
     */
    public static UploadI18N of(UnaryOperator<String> word) {
        String rejected = word.apply("rejected");
        String uploading = word.apply("uploading");
        String failed = word.apply("not-uploaded");
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(word.apply("drop")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(rejected)
                        .setFileIsTooBig(rejected)
                        .setIncorrectFileType(rejected))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(uploading)
                                .setStalled(uploading)
                                .setProcessing(uploading)
                                .setHeld(uploading))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix("")
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(failed)
                                .setUnexpectedServerError(failed)
                                .setForbidden(failed)))
                .setFile(new UploadI18N.File()
                        .setStart(word.apply("start"))
                        .setRetry(word.apply("retry"))
                        .setRemove(word.apply("remove")));
    }
}
