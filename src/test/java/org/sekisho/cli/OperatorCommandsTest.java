package org.sekisho.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountState;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.CommonId;
import org.sekisho.directory.Role;
import org.sekisho.testing.SekishoTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine;

@SekishoTest
class OperatorCommandsTest {

    private static final String HEADER =
            "common_id,name,unit,affiliation,rank,shared,manager,roles,state,language,addresses,password_changed_at\n";
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Accounts accounts;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_dry_run_tells_what_would_change_and_writes_nothing() throws Exception {
        String id = id();
        String file = file(id + ",N,sci,student,ordinary,false,,,active,en,,\n");
        assertThat(run("directory", "import", file, "--dry-run")).isZero();
        assertThat(out.toString()).contains("Dry run", "1 added, 0 changed, 0 ended, 0 unchanged");
        assertThat(accounts.find(new CommonId(id))).isEmpty();
    }

    @Test
    void an_import_tells_what_has_changed() throws Exception {
        String id = id();
        assertThat(run("directory", "import", file(id + ",N,sci,student,ordinary,false,,,active,en,,\n")))
                .isZero();
        assertThat(out.toString()).contains("Imported: 1 added");
        assertThat(run("directory", "import", file(id + ",N,sci,staff,ordinary,false,,,ended,en,,\n")))
                .isZero();
        assertThat(out.toString()).contains("0 added, 0 changed, 1 ended");
        assertThat(account(id).state()).isEqualTo(AccountState.ENDED);
    }

    @Test
    void a_wrong_row_is_told_with_line_and_column_and_the_exit_code_says_so() throws Exception {
        String file = file("12,N,sci,pupil,ordinary,false,,,active,en,,\n");
        assertThat(run("directory", "import", file)).isEqualTo(1);
        assertThat(err.toString())
                .contains("line 2, common_id: ", "line 2, affiliation: “pupil” is not known here")
                .contains("student, faculty, staff, guest");
        assertThat(out.toString()).contains("Nothing was written: 2 problems.");
    }

    @Test
    void a_missing_file_is_told() {
        assertThat(run("directory", "import", directory.resolve("none.csv").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("There is no file");
    }

    @Test
    void what_is_not_understood_is_answered_with_how_to_ask() {
        assertThat(run("directory", "import")).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: bin/sekisho directory import");
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("directory", "vault", "staff");
    }

    @Test
    void an_invited_account_is_an_administrator() throws Exception {
        String id = id();
        run("directory", "import", file(id + ",N,sci,staff,ordinary,false,,,active,en,,\n"));
        assertThat(run("staff", "invite", id)).isZero();
        assertThat(run("staff", "invite", id)).isZero();
        assertThat(account(id).has(Role.ADMINISTRATOR)).isTrue();
    }

    @Test
    void who_is_unknown_or_not_in_good_standing_is_not_invited() throws Exception {
        String id = id();
        assertThat(run("staff", "invite", id)).isEqualTo(1);
        assertThat(run("staff", "invite", "12")).isEqualTo(2);
        run("directory", "import", file(id + ",N,sci,staff,ordinary,false,,,suspended,en,,\n"));
        assertThat(run("staff", "invite", id)).isEqualTo(1);
        assertThat(account(id).has(Role.ADMINISTRATOR)).isFalse();
    }

    @Test
    void a_keyset_is_made_once_and_rotated_into_another_file() {
        String first = directory.resolve("keyset.json").toString();
        String second = directory.resolve("rotated.json").toString();
        assertThat(run("vault", "init", first)).isZero();
        assertThat(out.toString())
                .contains("SEKISHO_VAULT_KEYSET_FILE=" + first)
                .doesNotContain("keyData");
        assertThat(run("vault", "init", first)).isEqualTo(1);
        assertThat(run("vault", "rotate", first, second)).isZero();
        assertThat(run("vault", "rotate", first, second)).isEqualTo(1);
        assertThat(run("vault", "rotate", directory.resolve("none").toString(), second + "2"))
                .isEqualTo(1);
        assertThat(run("vault", "check")).isZero();
    }

    @Test
    void the_demo_world_is_worked_on_only_when_asked_for() {
        Installation demo = CommandLine.populateCommand(new Installation(), "--demo", "--data", "/srv/demo");
        assertThat(demo.settings()).containsExactly("--spring.profiles.active=demo", "--sekisho.data=/srv/demo");
        assertThat(new Installation().settings()).isEmpty();
    }

    @Test
    void a_node_is_not_a_command() {
        assertThat(OperatorCommands.isAsked(new String[] {"--server.port=80"})).isFalse();
        assertThat(OperatorCommands.isAsked(new String[0])).isFalse();
        assertThat(OperatorCommands.isAsked(new String[] {"command", "--help"})).isTrue();
    }

    private int run(String... arguments) {
        return OperatorCommands.commandLine((installation, work) -> work.with(beans))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private Account account(String commonId) {
        return accounts.find(new CommonId(commonId)).orElseThrow();
    }

    private String file(String rows) throws Exception {
        Path file = Files.createTempFile(directory, "accounts", ".csv");
        Files.writeString(file, HEADER + rows);
        return file.toString();
    }

    private static String id() {
        return "55%08d".formatted(NEXT.incrementAndGet());
    }
}
