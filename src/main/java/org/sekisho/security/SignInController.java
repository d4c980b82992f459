package org.sekisho.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the browser uses its grant. It is a page of its own because only an HTTP request can change the session id. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final CurrentUser currentUser;

    SignInController(SignIn signIn, CurrentUser currentUser) {
        this.signIn = signIn;
        this.currentUser = currentUser;
    }

    @GetMapping(SignInGrants.COMPLETE_ROUTE)
    void complete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Person> person = currentUser.find();
        String target = person.isPresent() ? signIn.complete(person.get(), request, response) : SignIn.LOGIN;
        response.sendRedirect(request.getContextPath() + target);
    }
}
