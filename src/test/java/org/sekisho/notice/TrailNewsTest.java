package org.sekisho.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.channel.JdbcOutgoing.Waiting;
import org.sekisho.channel.Message;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.seal.Anchor;
import org.sekisho.seal.Finding;
import org.sekisho.seal.Hash;
import org.sekisho.seal.HeadAnchored;
import org.sekisho.seal.TrailBroken;
import org.sekisho.seal.Verdict;
import org.sekisho.shared.Language;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** The notary gets the head of the trail by mail; those who audit are told when the trail is broken. */
@SekishoTest
class TrailNewsTest {

    private static final Hash HASH = Hash.parse("ab".repeat(32));

    @Autowired
    private ApplicationEventPublisher news;

    @Autowired
    private JdbcOutgoing outgoing;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void the_notary_is_sent_the_line_and_what_to_do_with_it_in_both_languages_once() throws Exception {
        String notary = UUID.randomUUID() + "@notary.example";
        Anchor anchor = new Anchor(1234, HASH, Instant.parse("2026-04-01T03:30:00Z"), HASH);

        publish(new HeadAnchored(anchor, notary));
        publish(new HeadAnchored(anchor, notary));

        List<Waiting> mails = outgoing.of(Message.NOBODY).stream()
                .filter(mail -> mail.address().equals(notary))
                .toList();
        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).subject()).isEqualTo("Anchor of the audit trail: block 1234 / 監査証跡の控え：ブロック1234");
        assertThat(mails.get(0).body())
                .startsWith(anchor + "\n\n")
                .contains("Please keep this mail unchanged", "そのままの形で保管してください");
        assertThat(Anchor.in(mails.get(0).body())).containsExactly(anchor);
    }

    @Test
    void a_head_that_was_not_written_down_after_all_is_not_mailed() {
        String notary = UUID.randomUUID() + "@notary.example";

        transaction.executeWithoutResult(status -> {
            news.publishEvent(new HeadAnchored(new Anchor(77, HASH, Instant.EPOCH, HASH), notary));
            status.setRollbackOnly();
        });

        assertThat(outgoing.of(Message.NOBODY)).extracting(Waiting::address).doesNotContain(notary);
    }

    @Test
    void those_who_audit_are_told_of_the_same_findings_once() {
        Account auditor = staff(Language.EN, Role.AUDITOR);
        Account administrator = staff(Language.JA, Role.ADMINISTRATOR, Role.AUDITOR);
        Account agent = staff(Language.EN, Role.HELPDESK);
        long event = UUID.randomUUID().getLeastSignificantBits();

        publish(broken(event));
        publish(broken(event));

        assertThat(outgoing.of(auditor.id()))
                .extracting(Waiting::subject)
                .containsExactly("The audit trail is not as it was sealed");
        assertThat(outgoing.of(auditor.id()).get(0).body()).contains("Findings: 1.");
        assertThat(outgoing.of(administrator.id())).extracting(Waiting::subject).containsExactly("監査証跡が封印時の内容と一致しません");
        assertThat(outgoing.of(agent.id())).isEmpty();

        publish(broken(event + 1));

        assertThat(outgoing.of(auditor.id())).hasSize(2);
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(status -> news.publishEvent(event));
    }

    private Account staff(Language language, Role... roles) {
        return accounts.create(account -> account.affiliation(Affiliation.STAFF)
                .language(language)
                .address(UUID.randomUUID() + "@example.ac.jp")
                .roles(roles));
    }

    private static TrailBroken broken(long event) {
        Finding finding = new Finding(
                Finding.Kind.EVENT_CHANGED, OptionalLong.of(3), OptionalLong.of(event), OptionalLong.empty());
        return new TrailBroken(new Verdict(
                true, Instant.EPOCH, Instant.EPOCH, 3, 9, 0, 0, List.of(finding), false, 3, 0, Optional.empty()));
    }
}
