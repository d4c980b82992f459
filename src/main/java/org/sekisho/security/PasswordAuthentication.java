package org.sekisho.security;

import org.sekisho.directory.CommonId;
import org.sekisho.directory.PasswordVerdict;
import org.sekisho.directory.Passwords;
import org.sekisho.shared.Secret;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Turns a right password into a half-way person, who may do nothing until {@link SignIn} has asked the gates. */
@Component
class PasswordAuthentication implements AuthenticationProvider {

    private final Passwords passwords;
    private final NewSessions newSessions;
    private final CurrentUser currentUser;

    PasswordAuthentication(Passwords passwords, NewSessions newSessions, CurrentUser currentUser) {
        this.passwords = passwords;
        this.newSessions = newSessions;
        this.currentUser = currentUser;
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
            return newSessions
                    .begin(right.account())
                    .map(PersonAuthentication::new)
                    .orElseThrow(() -> new SignInRefused(SignInTrouble.Reason.WRONG));
        }
        if (verdict instanceof PasswordVerdict.TooManyTries tooMany) {
            throw new SignInRefused(tooMany.until());
        }
        throw new SignInRefused(
                verdict instanceof PasswordVerdict.Busy ? SignInTrouble.Reason.BUSY : SignInTrouble.Reason.WRONG);
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
