package org.sekisho.security;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.AccountState;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.CommonId;
import org.sekisho.directory.PasswordVerdict;
import org.sekisho.directory.Passwords;
import org.sekisho.directory.Role;
import org.sekisho.shared.Secret;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Turns a right password into a half-way person, who may do nothing until {@link SignIn} has asked the gates. */
@Component
class PasswordAuthentication implements AuthenticationProvider {

    private final Passwords passwords;
    private final Accounts accounts;
    private final JdbcSessions sessions;
    private final CurrentUser currentUser;
    private final Clock clock;

    PasswordAuthentication(
            Passwords passwords, Accounts accounts, JdbcSessions sessions, CurrentUser currentUser, Clock clock) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.sessions = sessions;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String login = typed.getName();
        if (!hasForm(login)) {
            throw new SignInRefused(SignInTrouble.Reason.FORM);
        }
        String source = currentUser.source().map(Source::network).orElse("");
        PasswordVerdict verdict = passwords.verify(login, Secret.of(String.valueOf(typed.getCredentials())), source);
        if (verdict instanceof PasswordVerdict.Right right) {
            return new PersonAuthentication(begin(right.account()));
        }
        if (verdict instanceof PasswordVerdict.TooManyTries tooMany) {
            throw new SignInRefused(tooMany.until());
        }
        throw new SignInRefused(
                verdict instanceof PasswordVerdict.Busy ? SignInTrouble.Reason.BUSY : SignInTrouble.Reason.WRONG);
    }

    /** The generation is read before the state: an account that ends in between has one or the other changed. */
    private Person begin(AccountId account) {
        long generation = sessions.begin(account);
        if (accounts.find(account)
                .filter(found -> found.state() == AccountState.ACTIVE)
                .isEmpty()) {
            throw new SignInRefused(SignInTrouble.Reason.WRONG);
        }
        return new Person(
                account,
                new SessionKey(UUID.randomUUID()),
                Set.of(Role.HOLDER),
                false,
                clock.instant(),
                null,
                null,
                generation);
    }

    private static boolean hasForm(String login) {
        int at = login.indexOf('@');
        return CommonId.parse(at < 0 ? login : login.substring(0, at)).isPresent();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
