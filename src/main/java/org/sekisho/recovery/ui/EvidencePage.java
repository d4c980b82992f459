package org.sekisho.recovery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.receivers.MemoryBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.sekisho.evidence.EvidenceItem;
import org.sekisho.evidence.EvidenceKind;
import org.sekisho.evidence.IdPhotos;
import org.sekisho.evidence.PhotoRefused;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.recovery.ContactProof;
import org.sekisho.recovery.PhotoProof;
import org.sekisho.recovery.Recoveries;
import org.sekisho.recovery.VoucherProof;
import org.sekisho.shared.Secret;
import org.sekisho.verification.Codes.CodeResult;
import org.sekisho.workbench.Card;
import org.sekisho.workbench.CodeField;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.StatusBadge;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.UploadWords;

/** What a person can show to be let in again: each piece in a card of its own, all of them optional, passed on together. */
final class EvidencePage extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Recoveries recoveries;
    private final transient ContactProof contact;
    private final transient PhotoProof photos;
    private final transient VoucherProof vouchers;
    private final transient CaseTask task;
    private final transient TaskNavigation navigation;
    private final Div codeState = new Div();
    private final Div photoState = new Div();
    private final Paragraph codeSent = new Paragraph();
    private final Div vouchState = new Div();
    private final Paragraph vouchAsked = new Paragraph();
    private final CodeField code = new CodeField();
    private final TaskPage page;

    EvidencePage(
            Recoveries recoveries,
            ContactProof contact,
            PhotoProof photos,
            VoucherProof vouchers,
            CaseTask task,
            TaskNavigation navigation) {
        this.recoveries = recoveries;
        this.contact = contact;
        this.photos = photos;
        this.vouchers = vouchers;
        this.task = task;
        this.navigation = navigation;
        this.page = new TaskPage(text("title")).lead(text("lead")).lead(text("told"));
        codeSent.getElement().setAttribute("role", "status");
        vouchAsked.getElement().setAttribute("role", "status");
        page.content(
                codeCard(), photoCard(), vouchCard(), new Card(text("desk")).body(new Paragraph(text("desk.text"))));
        page.primary(text("submit"), this::passOn);
        page.quiet(text("withdraw"), this::withdraw);
        add(page);
        showWhatIsThere();
    }

    private Card codeCard() {
        Button send = new Button(text("code.send"), click -> send());
        send.setDisableOnClick(true);
        Button check = new Button(text("code.check"), click -> enter());
        return new Card(text("code"))
                .body(new Paragraph(text("code.text")), codeState, codeSent, code)
                .actions(send, check);
    }

    private Card photoCard() {
        MemoryBuffer file = new MemoryBuffer();
        Upload upload = new Upload(file);
        upload.setAcceptedFileTypes("image/jpeg", "image/png", ".jpg", ".jpeg", ".png");
        upload.setMaxFileSize(IdPhotos.LARGEST);
        upload.setMaxFiles(1);
        upload.setUploadButton(new Button(text("photo.choose")));
        upload.setI18n(UploadWords.of(part -> text("photo.upload." + part)));
        upload.addFileRejectedListener(rejected -> page.error(getTranslation("evidence.photo.too-large")));
        upload.addSucceededListener(received -> {
            take(file);
            upload.clearFileList();
        });
        return new Card(text("photo")).body(new Paragraph(text("photo.text")), photoState, upload);
    }

    private Card vouchCard() {
        Button ask = new Button(
                text("vouch.ask"),
                click -> guarded(() -> {
                    vouchers.asked(task.id());
                    vouchAsked.setText(text("vouch.asked"));
                }));
        ask.setDisableOnClick(true);
        return new Card(text("vouch"))
                .body(new Paragraph(text("vouch.text")), vouchState, vouchAsked)
                .actions(ask);
    }

    private void showWhatIsThere() {
        List<EvidenceItem> given = recoveries.evidence(task);
        codeState.removeAll();
        photoState.removeAll();
        if (given.stream().anyMatch(item -> item.kind() == EvidenceKind.CONTACT_CODE)) {
            codeState.add(new StatusBadge(StatusBadge.Kind.GOOD, text("code.done")));
        }
        long photosGiven = given.stream()
                .filter(item -> item.kind() == EvidenceKind.ID_PHOTO)
                .count();
        vouchState.removeAll();
        long vouches = given.stream()
                .filter(item -> item.kind() == EvidenceKind.VOUCHED && item.accepted())
                .count();
        if (vouches > 0) {
            vouchState.add(new StatusBadge(StatusBadge.Kind.GOOD, text("vouch.done", vouches)));
        }
        if (photosGiven > 0) {
            photoState.add(new StatusBadge(StatusBadge.Kind.GOOD, text("photo.done", photosGiven)));
        }
    }

    private void send() {
        guarded(() -> codeSent.setText(text(contact.asked(task.id()) ? "code.sent" : "code.too-many")));
    }

    private void enter() {
        if (code.code().isEmpty()) {
            code.refuse(text("code.empty"));
            return;
        }
        guarded(() -> {
            CodeResult result = contact.entered(task.id(), Secret.of(code.code()));
            if (result instanceof CodeResult.Right) {
                code.clear();
                codeSent.setText("");
                showWhatIsThere();
                MainLayout.announce(text("code.done"));
            } else if (result instanceof CodeResult.Wrong) {
                code.refuse(text("code.wrong"));
            } else {
                code.refuse(text("code.void"));
            }
        });
    }

    private void take(MemoryBuffer file) {
        guarded(() -> {
            page.clearError();
            try {
                photos.taken(task.id(), file.getInputStream());
                showWhatIsThere();
                MainLayout.announce(text("photo.taken"));
            } catch (PhotoRefused refused) {
                page.error(getTranslation(refused.problem().key()));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    private void passOn() {
        guarded(() -> {
            if (recoveries.submitted(task.id())) {
                navigation.next();
            } else {
                page.error(text("nothing"));
            }
        });
    }

    private void withdraw() {
        recoveries.withdrawn();
        navigation.next();
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private String text(String part, Object... arguments) {
        return getTranslation("recovery.recovery-evidence." + part, arguments);
    }
}
