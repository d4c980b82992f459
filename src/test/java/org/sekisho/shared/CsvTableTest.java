package org.sekisho.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {

    @Test
    void a_table_begins_with_the_mark_of_utf_8_and_its_columns() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable table = new CsvTable(out, List.of("id", "name"));
        table.add(List.of("1", "山田, 花子"));
        table.flush();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFFid,name\r\n1,\"山田, 花子\"\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            plain       | plain
            =1+1        | "'=1+1"
            +81         | "'+81"
            -1          | "'-1"
            @SUM(A1)    | "'@SUM(A1)"
            ＝1+1        | "'＝1+1"
            ＋81         | "'＋81"
            －1          | "'－1"
            ＠SUM(A1)    | "'＠SUM(A1)"
            1＋1         | 1＋1
            a "b"       | "a ""b""\"
            O'Neill     | "O'Neill"
            """)
    void no_cell_is_a_formula(String value, String cell) {
        assertThat(CsvTable.cell(value)).isEqualTo(cell);
    }

    @Test
    void what_a_spreadsheet_would_skip_before_a_formula_does_not_hide_it() {
        assertThat(CsvTable.cell("\t=1")).isEqualTo("\"'\t=1\"");
        assertThat(CsvTable.cell("\r=1")).isEqualTo("\"'\r=1\"");
        assertThat(CsvTable.cell("\n=1")).isEqualTo("\"'\n=1\"");
        assertThat(CsvTable.cell("a\nb")).isEqualTo("\"a\nb\"");
    }
}
