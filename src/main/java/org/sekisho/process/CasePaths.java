package org.sekisho.process;

import java.util.List;

/**
 * Which ways cases have taken through the models that were in force for them, for as long as the engine keeps it. Whether a caller
 * may know is the caller's matter.
 */
public interface CasePaths {

    /** The processes that the case has run: the one that it began with first, each called one after its caller. */
    List<CasePath> of(CaseId caseId);

    /** The decision tables that the models of the case have asked, in the order of time. */
    List<TakenDecision> decisions(CaseId caseId);
}
