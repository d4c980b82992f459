package org.sekisho.archive;

import org.sekisho.process.CaseId;
import org.springframework.beans.factory.BeanFactory;

/** For tests of other packages: a case is recorded at once instead of a little later. */
public final class RecordedNow {

    private RecordedNow() {}

    /** Records a case that is over, and says what is kept of it. */
    public static byte[] text(BeanFactory product, CaseId caseId) {
        product.getBean(CaseRecords.class).record(caseId);
        return product.getBean(JdbcCaseRecords.class)
                .find(caseId)
                .orElseThrow(() -> new AssertionError("case " + caseId + " is not over"))
                .text();
    }

    /** Finds a case in the archive, recorded or not. */
    public static ArchivedCase unrecorded(BeanFactory product, CaseId caseId) {
        return product.getBean(JdbcArchivedCases.class).find(caseId).orElseThrow();
    }

    /** Records a case that is over, and finds it in the archive. */
    public static ArchivedCase found(BeanFactory product, CaseId caseId) {
        text(product, caseId);
        return unrecorded(product, caseId);
    }
}
