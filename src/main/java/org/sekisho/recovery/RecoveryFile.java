package org.sekisho.recovery;

import java.util.List;
import java.util.Optional;
import org.sekisho.directory.Account;
import org.sekisho.evidence.Assessment;
import org.sekisho.evidence.EvidenceItem;
import org.sekisho.evidence.IdPhoto;
import org.sekisho.incident.Incident;
import org.sekisho.vouching.Vouching;

/**
 * All that somebody of the helpdesk needs to decide: no secret, no code, no address.
 *
 * @param clerk who has seen the person at the desk
 * @param assessment what the evidence is good for at this moment
 * @param vouchings who was asked to vouch, and what they have said
 * @param incidents the incident modes in force that concern the account
 * @param earlier recoveries of the account within the last year
 * @param decisions what others have decided in the case
 */
public record RecoveryFile(
        Recovery recovery,
        Account account,
        Optional<Account> clerk,
        List<EvidenceItem> evidence,
        List<IdPhoto> photos,
        List<Asked> vouchings,
        Assessment assessment,
        List<Incident> incidents,
        int earlier,
        List<RecoveryDecision> decisions) {

    /** One who was asked to vouch. */
    public record Asked(String name, Vouching vouching) {}
}
