package org.sekisho.process;

import java.util.List;
import java.util.Optional;

/**
 * Which ways cases have taken through the models that were in force for them, for as long as the engine keeps it. Whether a caller
 * may know is the caller's matter.
 */
public interface CasePaths {

    /** The processes that the case has run: the one that it began with first, each called one after its caller. */
    List<CasePath> of(CaseId caseId);

    /** The model that is in force for such a path, as BPMN; empty where there is none any more. */
    Optional<String> model(ProcessKey process, int version);

    /** The decision tables that the models of the case have asked, in the order of time. */
    List<TakenDecision> decisions(CaseId caseId);
}
