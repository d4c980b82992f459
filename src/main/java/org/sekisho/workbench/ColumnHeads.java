package org.sekisho.workbench;

import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.stream.Stream;

/** The heads of the columns of a table, each told to be one for those who listen. */
public class ColumnHeads extends NativeTableHeader {

    private static final long serialVersionUID = 1L;

    /** @param names what the columns are called, translated */
    public ColumnHeads(Stream<String> names) {
        NativeTableRow row = new NativeTableRow();
        names.forEach(name -> {
            NativeTableHeaderCell head = new NativeTableHeaderCell(name);
            head.getElement().setAttribute("scope", "col");
            row.add(head);
        });
        add(row);
    }
}
